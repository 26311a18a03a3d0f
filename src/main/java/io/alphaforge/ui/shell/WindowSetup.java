package io.alphaforge.ui.shell;

import io.alphaforge.feed.DemoOptions;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.ui.kit.FileChoice;
import io.alphaforge.ui.kit.Preferences;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;

/**
 * What a window is opened with.
 *
 * @param serial opens and closes the workspace and writes the preferences, one after the other; the window ends it
 * @param demo the universe to make when one is asked for
 * @param problem a sentence for the user about what went wrong before the window was there
 * @param opening the opening of the database, if it was begun already
 * @param dialogs ask for files to save and to open
 * @param openFolder shows a folder in the file browser of the desktop
 */
record WindowSetup(
        WorkspaceOpener opener,
        WorkspaceOpener.Options options,
        Preferences preferences,
        ExecutorService serial,
        DemoOptions demo,
        Clock clock,
        Optional<String> problem,
        Optional<OpeningTask> opening,
        Consumer<Path> openFolder,
        FileChoice dialogs) {}
