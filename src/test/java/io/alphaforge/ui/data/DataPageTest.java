package io.alphaforge.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.BarStore;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.catalog.UnreachableException;
import io.alphaforge.feed.DemoListener;
import io.alphaforge.feed.DemoOptions;
import io.alphaforge.feed.DemoUniverse;
import io.alphaforge.market.Gap;
import io.alphaforge.market.Interval;
import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.ui.kit.Action;
import io.alphaforge.ui.kit.Notice;
import io.alphaforge.ui.kit.PulseScheduler;
import io.alphaforge.ui.kit.StoreContents;
import io.alphaforge.ui.kit.Theme;
import io.alphaforge.ui.scripted.Drawn;
import io.alphaforge.ui.scripted.Framed;
import io.alphaforge.ui.scripted.Memory;
import io.alphaforge.ui.scripted.PriceFiles;
import io.alphaforge.ui.scripted.RealWorkspace;
import io.alphaforge.ui.scripted.RecordedDesk;
import io.alphaforge.ui.scripted.Rewired;
import io.alphaforge.ui.scripted.Screen;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The data page on a real database file, by keys and buttons. */
@Timeout(180)
class DataPageTest {
    @TempDir
    private Path home;

    private final FxRobot robot = new FxRobot();
    private final ExecutorService background = Executors.newCachedThreadPool();
    private final RecordedDesk desk = new RecordedDesk(background, PulseScheduler.javaFx(), Clock.systemUTC());
    private Workspace workspace;
    private @Nullable DataPage page;
    private Framed window;

    @BeforeAll
    static void toolkit() {
        Screen.start();
    }

    @BeforeEach
    void open() {
        workspace = new RealWorkspace().open(new WorkspaceOpener.Options(home, null));
        new DemoUniverse(Clock.systemUTC())
                .write(workspace.bars(), new DemoOptions(8, 400, Interval.D1, 1), DemoListener.NONE, () -> false);
        DataPage made = Screen.call(() -> new DataPage(
                workspace,
                desk.desk(),
                new DemoOptions(5, 60, Interval.H1, 2),
                (owner, title, name) -> Optional.of(home.resolve("out-" + name))));
        page = made;
        window = Screen.call(() -> new Framed(made, Theme.LIGHT));
        Screen.await("the series", () -> series().getItems().size() == 8);
    }

    @AfterEach
    void close() {
        if (page != null) {
            Screen.run(page::close);
            window.close();
        }
        workspace.close();
        background.shutdown();
    }

    @Test
    void filesAreImportedAndReportedOneByOne() throws IOException {
        Path good = Files.writeString(home.resolve("ABCUSDT_1d.csv"), PriceFiles.daily(40));
        Path bad = Files.writeString(home.resolve("notes.csv"), "this,is,not\na,price,file\n");
        Screen.run(() -> page().importFiles(List.of(good, bad)));
        Screen.await("the report", () -> desk.notices.size() == 1);
        assertThat(desk.notices.getFirst().kind()).isEqualTo(Notice.Kind.PROBLEM);
        assertThat(desk.notices.getFirst().sentence()).isEqualTo("1 file imported, 1 not.");
        assertThat(desk.storeChanges).isEqualTo(1);
        Screen.run(() -> {
            assertThat(report().getItems()).hasSize(2);
            TableColumn<ReportLine, ?> from = report().getColumns().stream()
                    .filter(column -> column.getText().equals("From"))
                    .findFirst()
                    .orElseThrow();
            for (TableColumn.SortType way : TableColumn.SortType.values()) {
                from.setSortType(way);
                report().getSortOrder().setAll(List.of(from));
                report().sort();
                assertThat(report().getItems().getLast().name())
                        .as("what has no first bar is last, %s", way)
                        .isEqualTo("notes.csv");
            }
            ((CheckBox) node("#fill-failed-only")).setSelected(true);
            assertThat(report().getItems()).singleElement().satisfies(line -> {
                assertThat(line.name()).isEqualTo("notes.csv");
                assertThat(line.text()).startsWith("notes.csv").doesNotContain(home.toString());
            });
            ((ButtonBase) node("#fill-export")).fire();
            desk.contents.set(StoreContents.of(workspace.bars().series()));
        });
        Screen.await("the series", () -> series().getItems().size() == 9);
        Screen.await("the file", () -> desk.notices.size() == 2);
        assertThat(Files.readAllLines(home.resolve("out-import.csv"))).hasSize(2);
    }

    @Test
    void openedFilesAreLookedIntoAndImportedOnlyWhenTheUserSaysSo() throws IOException {
        Path good = Files.writeString(home.resolve("ABCUSDT_1d.csv"), PriceFiles.daily(40));
        Path bad = Files.writeString(home.resolve("notes.csv"), "this,is,not\na,price,file\n");
        Screen.run(() -> {
            page().offerFiles(List.of(good));
            page().offerFiles(List.of(good, bad));
        });
        Screen.await(
                "what they hold",
                () -> offered().contains("40 bars, 40 new") && offered().contains("notes.csv"));
        Screen.run(() -> {
            assertThat(text("#offer-title")).isEqualTo("Import 2 files?");
            assertThat(offered()).contains("ABCUSDT 1d");
            assertThat(node("#offer-yes").isFocused()).isTrue();
            action("Esc");
            assertThat(node("#offer").isVisible()).isFalse();
            assertThat(series().isFocused()).isTrue();
            page().offerFiles(List.of(good));
            ((TextField) node("#import-suffix")).setText(".P");
        });
        Screen.await("what it would be now", () -> offered().contains("ABCUSDT.P 1d"));
        assertThat(workspace.bars().series()).hasSize(8);
        assertThat(desk.notices).isEmpty();
        robot.push(KeyCode.ENTER);
        Screen.await("the report", () -> desk.notices.size() == 1);
        assertThat(workspace.bars().series())
                .hasSize(9)
                .anyMatch(s -> s.symbol().equals("ABCUSDT.P"));
    }

    private String offered() {
        return node("#offer").lookupAll(".label").stream()
                .map(label -> ((Label) label).getText())
                .collect(Collectors.joining("|"));
    }

    @Test
    void optionsOfAnImportAreObeyedAndWrongOnesRefused() throws IOException {
        Path file = Files.writeString(home.resolve("ABCUSDT_1d.csv"), PriceFiles.daily(40));
        Screen.run(() -> {
            ((ToggleButton) node("#import-options")).fire();
            ((TextField) node("#import-suffix")).setText(".P");
            assertThat(((ToggleButton) node("#import-options")).getText()).isEqualTo("Options: 1");
            ((TextField) node("#import-symbol")).setText("BTC$");
            page().importFiles(List.of(file));
        });
        assertThat(desk.notices).singleElement().matches(n -> n.sentence().contains("not a symbol"));
        Screen.run(() -> {
            ((TextField) node("#import-symbol")).setText("");
            page().importFiles(List.of(file));
        });
        Screen.await("the report", () -> desk.notices.size() == 2);
        assertThat(workspace.bars().series()).anyMatch(s -> s.symbol().equals("ABCUSDT.P"));
    }

    @Test
    void seriesAreDeletedOnlyAfterTheQuestionWasAnswered() {
        Screen.run(() -> {
            series().requestFocus();
            series().getSelectionModel().clearAndSelect(1);
            series().getSelectionModel().select(3);
        });
        robot.push(KeyCode.DELETE);
        Screen.await("the question", () -> node("#data-confirm").isVisible());
        Screen.run(() -> assertThat(text("#data-confirm-question")).startsWith("Delete 2 series of 2 coins?"));
        robot.push(KeyCode.ESCAPE);
        Screen.await("no question", () -> !node("#data-confirm").isVisible());
        assertThat(workspace.bars().series()).hasSize(8);
        robot.push(KeyCode.DELETE);
        Screen.await("the question", () -> node("#data-confirm").isVisible());
        robot.push(KeyCode.ENTER);
        Screen.await("the rest", () -> series().getItems().size() == 6);
        assertThat(workspace.bars().series()).hasSize(6);
        assertThat(desk.storeChanges).isEqualTo(1);
    }

    @Test
    void theGapsOfTheSelectedSeriesAreThoseThatTheStoreCounted() {
        for (int row = 0; row < 8; row++) {
            int chosen = row;
            StoredSeries series = Screen.call(() -> series().getItems().get(chosen));
            Screen.run(() -> series().getSelectionModel().clearAndSelect(chosen));
            Screen.await("the gaps", () -> text("#gaps-title").startsWith(series.key() + "  ·  "));
            Screen.run(() -> {
                List<Gap> gaps = gaps().getItems();
                assertThat(gaps).hasSize(series.quality().gaps());
                assertThat(gaps.stream().mapToLong(Gap::missing).sum())
                        .isEqualTo(series.quality().missing());
            });
        }
    }

    @Test
    void demoCoinsAreMadeFromHereWithTheirWarning() {
        Screen.run(() -> {
            ((ToggleButton) node("#demo-options")).fire();
            assertThat(text("#demo-warning")).startsWith("Demo coins are synthetic");
            ((TextField) node("#demo-symbols")).setText("none");
            assertThat(node("#create-demo").isDisabled()).isTrue();
            assertThat(text("#demo-problem")).contains("'none', which is no whole number");
            ((TextField) node("#demo-symbols")).setText("3");
            ((ButtonBase) node("#create-demo")).fire();
        });
        Screen.await("the coins", () -> desk.notices.size() == 1);
        assertThat(desk.notices.getFirst().sentence()).startsWith("3 synthetic coins with ");
        assertThat(workspace.bars().series())
                .filteredOn(s -> s.interval() == Interval.H1)
                .hasSize(3)
                .allMatch(StoredSeries::synthetic);
    }

    @Test
    void demoCoinsThatCouldNotBeMadeAreToldAsAProblem() {
        workspace.close();
        Screen.run(() -> ((ButtonBase) node("#create-demo")).fire());
        Screen.await("how it ended", () -> !desk.notices.isEmpty());
        assertThat(desk.notices.getFirst().kind()).isEqualTo(Notice.Kind.PROBLEM);
    }

    @Test
    void dailyBarsKeepTheirDayOfUtcInEveryZone() {
        String before = Screen.call(() -> text("#data-summary"));
        Screen.run(() -> desk.desk().times().zone().set(ZoneId.of("America/New_York")));
        Screen.settle();
        assertThat(Screen.call(() -> text("#data-summary"))).isEqualTo(before);
    }

    @Test
    void theSpanOfTheWholeStoreEndsOnTheDayThatItsColumnNames() {
        String newest = Screen.call(() -> Drawn.text(series(), 0, "to"));
        assertThat(Screen.call(() -> text("#data-summary"))).contains(" – " + newest + "  ·  ");
    }

    @Test
    void whatCannotBeListedIsNotWaitedForAnyMore() {
        Screen.run(page()::close);
        window.close();
        BarStore away = (BarStore) Proxy.newProxyInstance(
                BarStore.class.getClassLoader(), new Class<?>[] {BarStore.class}, (proxy, method, arguments) -> {
                    throw new UnreachableException("The server does not answer.", new IOException("refused"));
                });
        DataPage lost = Screen.call(
                () -> new DataPage(Rewired.of(workspace).bars(away).workspace(), desk.desk(), DemoOptions.DEFAULT));
        page = lost;
        window = Screen.call(() -> new Framed(lost, Theme.LIGHT));
        Screen.await("why", () -> text("#data-problem").equals("The server does not answer."));
        assertThat(Screen.call(() -> ((Label) series().getPlaceholder()).getText()))
                .isEqualTo("What is stored could not be listed.");
        window.pictures("data-unlisted");
    }

    @Test
    void whatIsShownIsExported() throws IOException {
        Screen.run(() -> {
            ((TextField) node("#data-filter"))
                    .setText(series().getItems().getFirst().symbol());
            action("Shortcut+E");
        });
        Screen.await("the file", () -> !desk.notices.isEmpty());
        List<String> lines = Files.readAllLines(home.resolve("out-series.csv"));
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).startsWith("symbol,interval,bars,from,to,gaps");
    }

    @Test
    void everyControlTellsAssistiveTechnologyWhatItIs() {
        List<String> silent = Screen.call(() -> {
            List<String> found = new ArrayList<>();
            for (Node node : page().node().lookupAll("*")) {
                boolean control = node instanceof Button || node instanceof TextField || node instanceof ToggleButton;
                if (control && node.isFocusTraversable() && node.getAccessibleText() == null) {
                    found.add(node.toString());
                }
            }
            return found;
        });
        assertThat(silent).isEmpty();
    }

    @Test
    void aClosedPageIsForgotten() {
        Screen.await("the gaps", () -> text("#gaps-title").contains("·"));
        List<WeakReference<?>> left = Screen.call(() -> List.of(
                new WeakReference<>(page()),
                new WeakReference<>(page().node()),
                new WeakReference<>(series()),
                new WeakReference<>(node("#gaps-line"))));
        Screen.run(() -> page().close());
        window.close();
        page = null;
        assertThat(Memory.clears(left)).isTrue();
    }

    private DataPage page() {
        return Objects.requireNonNull(page);
    }

    @SuppressWarnings("unchecked")
    private TableView<StoredSeries> series() {
        return (TableView<StoredSeries>) node("#series");
    }

    @SuppressWarnings("unchecked")
    private TableView<Gap> gaps() {
        return (TableView<Gap>) node("#gap-list");
    }

    @SuppressWarnings("unchecked")
    private TableView<ReportLine> report() {
        return (TableView<ReportLine>) node("#fill-report");
    }

    private String text(String id) {
        return ((Label) node(id)).getText();
    }

    private Node node(String id) {
        return Objects.requireNonNull(page().node().lookup(id), id);
    }

    private void action(String key) {
        page().actions().stream()
                .filter(a -> a.key() != null && a.key().equals(KeyCombination.keyCombination(key)))
                .findFirst()
                .map(Action::run)
                .orElseThrow()
                .run();
    }
}
