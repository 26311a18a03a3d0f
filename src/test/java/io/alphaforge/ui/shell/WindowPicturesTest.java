package io.alphaforge.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.StoreException;
import io.alphaforge.feed.DemoOptions;
import io.alphaforge.run.ResultRow;
import io.alphaforge.run.RunEvent;
import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.ui.scripted.Rows;
import io.alphaforge.ui.scripted.ScriptedBacktests;
import io.alphaforge.ui.scripted.ScriptedWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import javafx.scene.control.Button;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
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
        WorkstationWindow window = open(options -> workspace);
        Stage stage = window.stage();
        Screen.await("the form", () -> stage.getScene().lookup("#run") != null);
        picture(window, "ready");
        service.release(150);
        Screen.run(() -> ((Button) stage.getScene().lookup("#run")).fire());
        TableView<?> table = (TableView<?>) stage.getScene().lookup("#results");
        Screen.await("150 rows", () -> table.getItems().size() == 150);
        picture(window, "running");
        service.release(90);
        Screen.await("240 rows", () -> table.getItems().size() == 240);
        Screen.run(() -> {
            table.getColumns().get(1).setSortType(TableColumn.SortType.DESCENDING);
            sortByReturn(table);
            table.getSelectionModel().select(3);
        });
        picture(window, "done");
        Screen.run(() -> ((TextField) stage.getScene().lookup("#param-period")).setText("1"));
        picture(window, "invalid");
        Screen.run(() -> ((TabPane) stage.getScene().lookup(".tab-pane"))
                .getSelectionModel()
                .select(1));
        picture(window, "failed");
        Screen.run(window::close);
        Screen.await("the window closes", () -> !stage.isShowing());
        assertThat(closed).isTrue();
    }

    @Test
    void anEmptyDatabaseOffersDemoCoinsAndAnImport() throws Exception {
        Workspace workspace =
                ScriptedWorkspace.of(List.of(), new ScriptedBacktests(List.of(), List.of()), new AtomicBoolean());
        WorkstationWindow window = open(options -> workspace);
        Screen.await("the offer", () -> window.stage().getScene().lookup("#create-demo") != null);
        picture(window, "empty");
        Screen.run(window::close);
    }

    @Test
    void aDatabaseThatCannotBeOpenedIsExplained() throws Exception {
        WorkstationWindow window = open(options -> {
            throw new StoreException("The database prices.duckdb is in use by another process (4711); close it there.");
        });
        Screen.await("the sentence", () -> window.stage().getScene().lookup("#try-again") != null);
        picture(window, "unusable");
        Screen.run(window::close);
    }

    private static WorkstationWindow open(WorkspaceOpener opener) {
        WorkstationWindow window = Screen.call(() -> new WorkstationWindow(
                new Stage(),
                opener,
                new WorkspaceOpener.Options(Path.of("home"), null),
                Theme.LIGHT,
                DemoOptions.DEFAULT));
        Screen.run(window::show);
        return window;
    }

    private static void picture(WorkstationWindow window, String name) throws IOException {
        for (Theme theme : Theme.values()) {
            Screen.run(() -> window.theme().set(theme));
            for (int[] size : new int[][] {{1280, 720}, {1920, 1080}}) {
                Path file = Screen.picture(window.stage(), size[0], size[1], name + "-" + theme.styleClass());
                assertThat(Files.size(file)).isGreaterThan(5_000);
            }
        }
        Screen.run(() -> window.theme().set(Theme.LIGHT));
    }

    private static <S> void sortByReturn(TableView<S> table) {
        table.getSortOrder().setAll(List.of(table.getColumns().get(1)));
    }
}
