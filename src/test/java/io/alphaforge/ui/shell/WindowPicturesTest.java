package io.alphaforge.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.run.ResultRow;
import io.alphaforge.run.RunEvent;
import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.ui.scripted.Rows;
import io.alphaforge.ui.scripted.ScriptedBacktests;
import io.alphaforge.ui.scripted.ScriptedWorkspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class WindowPicturesTest {
    @BeforeAll
    static void toolkit() {
        Screen.start();
    }

    @Test
    void theWindowShowsTheRowsOfARunInBothThemesAndSizes() throws Exception {
        List<String> symbols = Rows.symbols(243);
        List<ResultRow> rows = IntStream.range(0, 240)
                .mapToObj(i -> Rows.lifelike(symbols.get(i), i % 3 == 0, i % 2 == 1))
                .toList();
        List<RunEvent.Failed> failures = symbols.subList(240, 243).stream()
                .map(s -> new RunEvent.Failed("", s, "No bars in the range; the series ends on 2023-05-02."))
                .toList();
        ScriptedBacktests service = new ScriptedBacktests(rows, failures);
        AtomicBoolean closed = new AtomicBoolean();
        Workspace workspace = ScriptedWorkspace.of(ScriptedWorkspace.series(symbols, true), service, closed);
        WorkstationWindow window = Screen.call(() -> new WorkstationWindow(
                new Stage(), options -> workspace, new WorkspaceOpener.Options(Path.of("home"), null), Theme.LIGHT));
        Stage stage = window.stage();
        Screen.run(window::show);
        Screen.await("the form", () -> stage.getScene().lookup("#run") != null);
        Screen.picture(stage.getScene(), "ready-light-1280x720");
        service.release(150);
        Screen.run(() -> ((Button) stage.getScene().lookup("#run")).fire());
        TableView<?> table = (TableView<?>) stage.getScene().lookup("#results");
        Screen.await("150 rows", () -> table.getItems().size() == 150);
        assertThat(Files.size(Screen.picture(stage.getScene(), "running-light-1280x720")))
                .isPositive();
        service.release(90);
        Screen.await("240 rows", () -> table.getItems().size() == 240);
        for (Theme theme : Theme.values()) {
            for (int[] size : new int[][] {{1280, 720}, {1920, 1080}}) {
                Screen.run(() -> {
                    window.theme().set(theme);
                    stage.setWidth(size[0]);
                    stage.setHeight(size[1]);
                });
                String name = "done-" + theme.styleClass() + "-" + size[0] + "x" + size[1];
                assertThat(Files.size(Screen.picture(stage.getScene(), name))).isPositive();
            }
        }
        Screen.run(window::close);
        Screen.await("the window closes", () -> !stage.isShowing());
        assertThat(closed).isTrue();
    }
}
