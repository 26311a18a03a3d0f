package io.alphaforge.ui.shell;

import io.alphaforge.feed.DemoOptions;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.ui.kit.Assets;
import io.alphaforge.ui.kit.FileChoice;
import io.alphaforge.ui.settings.SettingsFile;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The desktop application. */
public final class Workstation extends Application {
    private static volatile @Nullable Start start;

    /** What {@link #launch} was called with; the toolkit makes the application itself and passes text only. */
    private record Start(WorkspaceOpener opener, WorkspaceOpener.Options options, Consumer<OpenWindow> shown) {}

    /**
     * Opens the window and returns when the user has closed it. To be called once, not on the JavaFX thread.
     *
     * @param shown gets the window as soon as it is there
     */
    public static void launch(WorkspaceOpener opener, WorkspaceOpener.Options options, Consumer<OpenWindow> shown) {
        start = new Start(opener, options, shown);
        Application.launch(Workstation.class);
    }

    private final ExecutorService serial = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("workspace").daemon().factory());

    private @Nullable SettingsFile settings;

    /** Called on a thread of its own, before {@link #start}, so that reading files does not hold up the toolkit. */
    @Override
    public void init() {
        Assets.loadFonts();
        Start with = Objects.requireNonNull(start, "Workstation.launch was not called");
        settings = SettingsFile.load(with.options().home().resolve("settings.json"), serial);
    }

    @Override
    public void start(Stage stage) {
        Start with = Objects.requireNonNull(start, "Workstation.launch was not called");
        SettingsFile found = Objects.requireNonNull(settings);
        WorkstationWindow window = new WorkstationWindow(
                stage,
                new WindowSetup(
                        with.opener(),
                        with.options(),
                        found,
                        serial,
                        DemoOptions.DEFAULT,
                        Clock.systemUTC(),
                        Optional.of(found.problem()).filter(sentence -> !sentence.isEmpty()),
                        folder -> getHostServices().showDocument(folder.toUri().toString()),
                        FileChoice.desktop(found, "backup.folder")));
        window.show();
        with.shown().accept(window.requests());
    }
}
