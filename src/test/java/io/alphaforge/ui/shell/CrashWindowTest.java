package io.alphaforge.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.ui.kit.FileChoice;
import io.alphaforge.ui.kit.Theme;
import io.alphaforge.ui.scripted.Screen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Application;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the user sees of an error that nobody expected. */
@Timeout(60)
class CrashWindowTest {
    private static final String TRACE = """
            java.lang.IllegalStateException: The table has no row 12
                at io.alphaforge.ui.backtest.ResultTable.row(ResultTable.java:112)
                at io.alphaforge.ui.backtest.ResultTable.lambda$show$0(ResultTable.java:71)
                at javafx.base/com.sun.javafx.binding.ExpressionHelper.fireValueChangedEvent(ExpressionHelper.java:79)
                at javafx.graphics/com.sun.glass.ui.InvokeLaterDispatcher.run(InvokeLaterDispatcher.java:95)
            """;

    @TempDir
    private Path folder;

    private final AtomicReference<String> ended = new AtomicReference<>("");
    private final AtomicReference<Theme> theme = new AtomicReference<>(Theme.LIGHT);

    @BeforeAll
    static void toolkit() {
        Screen.start();
    }

    private CrashWindow window() {
        FileChoice always = new FileChoice() {
            @Override
            public Optional<Path> save(Window owner, String title, String name, String kind, String pattern) {
                return Optional.of(folder.resolve(name));
            }

            @Override
            public Optional<Path> open(Window owner, String title, String kind, String pattern) {
                return Optional.empty();
            }
        };
        return Screen.call(() -> new CrashWindow(
                new Stage(),
                Runnable::run,
                always,
                theme::get,
                () -> ended.accumulateAndGet("closed", (a, b) -> a + " " + b)));
    }

    private Crash crash() {
        return new Crash(
                "IllegalStateException: The table has no row 12",
                TRACE,
                () -> "the report",
                () -> ended.accumulateAndGet("soon", (a, b) -> a + b));
    }

    private static Stage shown(CrashWindow window) {
        return Objects.requireNonNull(window.stage(), "no window is shown");
    }

    private static void click(CrashWindow window, String id) {
        Screen.run(() -> ((ButtonBase) shown(window).getScene().getRoot().lookup(id)).fire());
        Screen.settle();
    }

    private static String outcome(CrashWindow window) {
        return Screen.call(() -> ((Label) shown(window).getScene().getRoot().lookup("#crash-outcome")).getText());
    }

    @Test
    void oneWindowSaysWhatHappenedAndSavesAReport() throws Exception {
        for (Theme now : Theme.values()) {
            theme.set(now);
            Screen.run(() -> Application.setUserAgentStylesheet(now.stylesheet()));
            CrashWindow window = window();
            Screen.run(() -> window.show(crash()));
            Stage first = shown(window);
            Screen.picture(first, 640, 400, "crash-" + now.styleClass());
            Screen.run(() -> window.show(crash()));
            Screen.run(() -> window.show(crash()));
            assertThat(shown(window)).isSameAs(first);
            assertThat(outcome(window)).contains("2 other errors");
            click(window, "#crash-save");
            assertThat(outcome(window)).contains("alphaforge-report.txt");
            Screen.picture(first, 640, 400, "crash-saved-" + now.styleClass());
            assertThat(Files.readString(folder.resolve("alphaforge-report.txt")))
                    .isEqualTo("the report");
            click(window, "#crash-continue");
            assertThat(window.stage()).isNull();
            assertThat(ended.get()).isEmpty();
        }
        Screen.run(() -> Application.setUserAgentStylesheet(Theme.LIGHT.stylesheet()));
    }

    @Test
    void quittingClosesInOrderOrSoon() {
        CrashWindow window = window();
        Screen.run(() -> window.show(crash()));
        click(window, "#crash-quit");
        assertThat(window.stage()).isNull();
        assertThat(ended.get()).isEqualTo("soon closed");
    }
}
