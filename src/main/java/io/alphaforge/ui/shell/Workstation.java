package io.alphaforge.ui.shell;

import io.alphaforge.feed.DemoOptions;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.ui.kit.Assets;
import io.alphaforge.ui.kit.Theme;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The desktop application. */
public final class Workstation extends Application {
    private static volatile @Nullable Start start;

    /** What {@link #launch} was called with; the toolkit makes the application itself and passes text only. */
    private record Start(WorkspaceOpener opener, WorkspaceOpener.Options options) {}

    /** Opens the window and returns when the user has closed it. To be called once, not on the JavaFX thread. */
    public static void launch(WorkspaceOpener opener, WorkspaceOpener.Options options) {
        start = new Start(opener, options);
        Application.launch(Workstation.class);
    }

    @Override
    public void init() {
        Assets.loadFonts();
    }

    @Override
    public void start(Stage stage) {
        Start with = Objects.requireNonNull(start, "Workstation.launch was not called");
        Theme theme = Platform.getPreferences().getColorScheme() == ColorScheme.DARK ? Theme.DARK : Theme.LIGHT;
        new WorkstationWindow(stage, with.opener(), with.options(), theme, DemoOptions.DEFAULT).show();
    }
}
