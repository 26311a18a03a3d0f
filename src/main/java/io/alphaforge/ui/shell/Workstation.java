package io.alphaforge.ui.shell;

import io.alphaforge.feed.DemoOptions;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.ui.kit.FileChoice;
import io.alphaforge.ui.settings.Appearance;
import io.alphaforge.ui.settings.SettingsFile;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The desktop application. */
public final class Workstation extends Application {
    private static volatile @Nullable Start start;

    /** What {@link #launch} was called with and has begun; the toolkit makes the application itself and passes text only. */
    private record Start(
            WorkspaceOpener opener,
            WorkspaceOpener.Options options,
            Consumer<OpenWindow> shown,
            ExecutorService serial,
            FutureTask<SettingsFile> settings,
            OpeningTask opening) {}

    /**
     * Opens the window and returns when the user has closed it. To be called once, not on the JavaFX thread. The database
     * is opened while the toolkit starts.
     *
     * @param shown gets the window as soon as it is there
     */
    public static void launch(WorkspaceOpener opener, WorkspaceOpener.Options options, Consumer<OpenWindow> shown) {
        ExecutorService serial = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("workspace").daemon().factory());
        FutureTask<SettingsFile> settings =
                new FutureTask<>(() -> SettingsFile.load(options.home().resolve("settings.json"), serial));
        OpeningTask opening = new OpeningTask(opener, () -> Connecting.wanted(options, settings.get()));
        serial.execute(settings);
        serial.execute(opening);
        start = new Start(opener, options, shown, serial, settings, opening);
        try {
            ToolkitStart.begin();
            ToolkitStart.await();
            Application.launch(Workstation.class);
        } catch (RuntimeException e) {
            // Without a window nobody else closes it.
            serial.execute(() -> {
                if (opening.succeeded()) {
                    opening.found().workspace().close();
                }
            });
            serial.close();
            throw e;
        }
    }

    private @Nullable SettingsFile settings;

    /** Called on a thread of its own, before {@link #start}, so that reading files does not hold up the toolkit. */
    @Override
    public void init() throws Exception {
        settings = Objects.requireNonNull(start, "Workstation.launch was not called")
                .settings()
                .get();
    }

    @Override
    public void start(Stage stage) {
        Start with = Objects.requireNonNull(start, "Workstation.launch was not called");
        SettingsFile found = Objects.requireNonNull(settings);
        // Reading the theme takes as long as reading the fonts.
        wear(found);
        ToolkitStart.awaitFonts();
        WorkstationWindow window = new WorkstationWindow(
                stage,
                new WindowSetup(
                        with.opener(),
                        with.options(),
                        found,
                        with.serial(),
                        DemoOptions.DEFAULT,
                        Clock.systemUTC(),
                        Optional.of(found.problem()).filter(sentence -> !sentence.isEmpty()),
                        Optional.of(with.opening()),
                        folder -> getHostServices().showDocument(folder.toUri().toString()),
                        FileChoice.desktop(found, "backup.folder")));
        window.show();
        with.shown().accept(window.requests());
    }

    /** The first control would load the toolkit's own stylesheet where there is none yet. */
    private static void wear(SettingsFile settings) {
        String theme = Appearance.theme(settings, Platform.getPreferences().getColorScheme())
                .stylesheet();
        if (!theme.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(theme);
        }
    }
}
