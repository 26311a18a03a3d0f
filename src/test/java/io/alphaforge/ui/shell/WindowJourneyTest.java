package io.alphaforge.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.run.ResultRow;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.ui.kit.Theme;
import io.alphaforge.ui.scripted.PriceFiles;
import io.alphaforge.ui.scripted.RealWorkspace;
import io.alphaforge.ui.scripted.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The real window on a real database file, from the first start to the archive and the next start. */
@Timeout(240)
class WindowJourneyTest {
    private static final int COINS = TestWindow.COINS;

    @TempDir
    private Path home;

    private final RealWorkspace workspace = new RealWorkspace();
    private final FxRobot robot = new FxRobot();

    @SuppressWarnings("NullAway.Init") // Every test opens its own.
    private TestWindow at;

    @AfterEach
    void close() {
        workspace.release(1000);
        at.close();
        assertThat(workspace.isClosed()).isTrue();
    }

    @Test
    void fromTheFirstStartOverTheDashboardAndACancelledRunToTheArchive() {
        at = TestWindow.open(workspace, home);
        at.await("#create-demo");
        assertThat(at.disabled("#rail-backtest")).as("nothing but the offer").isTrue();
        at.withDemo();
        Screen.await(
                "every coin",
                () -> ((TableView<?>) at.node("#coins")).getItems().size() == COINS);

        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        at.await("#run");
        Screen.run(() -> ((ToggleButton) at.node("#universe-all")).fire());
        at.click("#run");
        workspace.release(12);
        Screen.await("rows before the end", () -> at.rows().size() == 12);
        assertThat(at.disabled("#cancel")).isFalse();
        assertThat(at.text("#status-job")).startsWith("Backtest");
        at.click("#cancel");
        workspace.release(1000);
        Screen.await("the run ends", () -> !at.node("#run").isDisabled());
        List<ResultRow> kept = Screen.call(() -> List.copyOf(at.rows()));
        assertThat(kept).hasSizeBetween(12, COINS - 1);

        at.go(Place.RUNS);
        TableView<?> runs = (TableView<?>) at.node("#runs");
        Screen.await("the run is in the archive", () -> runs.getItems().size() == 1);
        Screen.run(() -> {
            runs.requestFocus();
            runs.getSelectionModel().select(0);
        });
        robot.push(KeyCode.ENTER);
        Screen.await(
                "the run is open again",
                () -> at.find("#results") != null
                        && at.rows().stream()
                                .map(ResultRow::symbol)
                                .sorted()
                                .toList()
                                .equals(kept.stream()
                                        .map(ResultRow::symbol)
                                        .sorted()
                                        .toList()));
    }

    @Test
    void theKeyboardAloneLeadsFromTheStartToAFinishedRun() {
        workspace.release(1000);
        at = TestWindow.open(workspace, home);
        Screen.await(
                "the focus",
                () -> at.find("#create-demo") != null && at.node("#create-demo").isFocused());
        robot.push(KeyCode.SPACE);
        Screen.await("the dashboard", () -> at.isAt("Dashboard"));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        Screen.await(
                "the focus",
                () -> at.find("#strategy") != null && at.node("#strategy").isFocused());
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.TAB);
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        Screen.await(
                "the run ends", () -> !at.rows().isEmpty() && !at.node("#run").isDisabled());
        assertThat(Screen.call(() -> at.rows().size())).isEqualTo(10);
        assertThat(at.text("#run-state")).startsWith("10 coins in");
    }

    @Test
    void droppedFilesAreImportedAndReportedOneByOne() throws IOException {
        at = TestWindow.open(workspace, home);
        at.await("#create-demo");
        Path good = Files.writeString(home.resolve("ABCUSDT_1d.csv"), PriceFiles.daily(40));
        Path bad = Files.writeString(home.resolve("notes.csv"), "this,is,not\na,price,file\n");
        Screen.run(() -> at.window.importFiles(List.of(good, bad)));
        Screen.await(
                "the report",
                () -> at.find("#fill-outcome") != null
                        && !((Label) at.node("#fill-outcome")).getText().isEmpty());
        assertThat(at.text("#fill-outcome")).isEqualTo("1 file imported, 1 not.");
        at.click("#fill-continue");
        Screen.await("the dashboard", () -> at.isAt("Dashboard"));
        assertThat(at.text("#status-coins")).startsWith("1 coin");

        Path more = Files.writeString(home.resolve("XYZUSDT_1d.csv"), PriceFiles.daily(50));
        Screen.run(() -> at.window.importFiles(List.of(more)));
        Screen.await("the second coin", () -> at.text("#status-coins").startsWith("2 coins"));

        Path opened = Files.writeString(home.resolve("KLMUSDT_1d.csv"), PriceFiles.daily(60));
        at.go(Place.DASHBOARD);
        assertThat(at.window.requests().openFiles(List.of(opened))).isTrue();
        Screen.await(
                "the question has the keyboard",
                () -> at.isAt("Data") && at.node("#offer-yes").isFocused());
        assertThat(at.text("#offer-title")).isEqualTo("Import KLMUSDT_1d.csv?");
        assertThat(at.text("#status-coins")).startsWith("2 coins");
        robot.push(KeyCode.ENTER);
        Screen.await("the third coin", () -> at.text("#status-coins").startsWith("3 coins"));
    }

    @Test
    void thePaletteFindsACoinAndOpensIt() {
        at = TestWindow.open(workspace, home).withDemo();
        String symbol = Screen.call(
                () -> at.desk().contents().get().symbols().iterator().next());
        robot.push(KeyCode.CONTROL, KeyCode.K);
        at.await("#palette-query");
        Screen.run(() -> ((TextField) at.node("#palette-query")).setText(symbol.toLowerCase(Locale.ROOT)));
        Screen.run(() ->
                assertThat(((ListView<?>) at.node("#palette-found")).getItems()).isNotEmpty());
        robot.push(KeyCode.ENTER);
        Screen.await("the coin", () -> at.isAt(symbol));
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        Screen.await("the dashboard", () -> at.isAt("Dashboard"));
    }

    @Test
    void escapeTakesThePaletteAwayAndGivesTheKeyboardBack() {
        at = TestWindow.open(workspace, home).withDemo();
        at.go(Place.BACKTEST);
        at.await("#strategy");
        Screen.await("the focus", () -> at.node("#strategy").isFocused());
        robot.push(KeyCode.CONTROL, KeyCode.K);
        Screen.await(
                "the palette",
                () -> at.find("#palette-query") != null
                        && at.node("#palette-query").isFocused());
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        robot.push(KeyCode.ESCAPE);
        Screen.await(
                "the form",
                () -> at.find("#palette-query") == null && at.node("#strategy").isFocused());
        assertThat(at.text("#run-state"))
                .as("keys of the page rest under the palette")
                .isEqualTo("Ready");
    }

    @Test
    void whatIsTypedBeforeTheNextFrameReachesThePalette() {
        at = TestWindow.open(workspace, home).withDemo();
        Screen.run(() -> {
            at.node("#search").fireEvent(new ActionEvent());
            Node query = at.node("#palette-query");
            query.fireEvent(new KeyEvent(KeyEvent.KEY_TYPED, "b", "", KeyCode.UNDEFINED, false, false, false, false));
            assertThat(((TextField) query).getText()).isEqualTo("b");
        });
        robot.push(KeyCode.ESCAPE);
    }

    @Test
    void closingDuringARunAsksAndStayingGoesOn() {
        at = TestWindow.open(workspace, home).withDemo();
        at.go(Place.BACKTEST);
        Screen.run(() -> ((ToggleButton) at.node("#universe-all")).fire());
        at.click("#run");
        workspace.release(3);
        Screen.await("3 rows", () -> at.rows().size() == 3);
        Screen.run(at.window::close);
        assertThat(at.text("#question")).contains("Backtest is still going on");
        Screen.await(
                "the safe answer has the keyboard",
                () -> at.node("#question-stay").isFocused());
        robot.push(KeyCode.ENTER);
        Screen.await("the question goes", () -> at.find("#question") == null);
        workspace.release(3);
        Screen.await("more rows", () -> at.rows().size() == 6);

        connectTo("");
        assertThat(Screen.call(() -> at.find("#question")))
                .as("it is open already")
                .isNull();
        connectTo("jdbc:postgresql://db/bars");
        assertThat(at.text("#question")).startsWith("Backtest is still going on. Opening another one cancels it");
        at.click("#question-stay");
        assertThat(Screen.call(() -> at.desk().jobs().running().size())).isEqualTo(1);

        Screen.run(at.window::close);
        assertThat(at.window.requests().toFront()).isTrue();
        assertThat(askedJustBefore(() -> ((ButtonBase) at.node("#question-go")).fire()))
                .as("what is asked of a window that closes before it comes to it")
                .isFalse();
        assertThat(workspace.isClosed()).as("closed before the run is over").isFalse();
        assertThat(at.window.requests().toFront()).isFalse();
        assertThat(at.window.requests().openFiles(List.of())).isFalse();
        workspace.release(1000);
        Screen.await("the window closes", () -> !at.window.stage().isShowing());
        assertThat(workspace.isClosed()).isTrue();
        RealWorkspace next = new RealWorkspace();
        try (var opened = next.open(new WorkspaceOpener.Options(home, null))) {
            assertThat(opened.archive().list())
                    .singleElement()
                    .satisfies(run -> assertThat(run.summary().completed()).isGreaterThanOrEqualTo(6));
        }
    }

    /** Wants to work with a server, or with the database of this computer where no address is given. */
    private void connectTo(String address) {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        at.await("#palette-query");
        Screen.run(() -> ((TextField) at.node("#palette-query")).setText("Connect to another"));
        robot.push(KeyCode.ENTER);
        at.await("#connect-own");
        Screen.run(() -> ((TextField) at.node("#server-address")).setText(address));
        at.click(address.isEmpty() ? "#connect-own" : "#connect-server");
    }

    /** What another process is answered that has asked for files before this is done, while the window is busy. */
    private boolean askedJustBefore(Runnable then) {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        Screen.run(() -> {
            Thread asking = Thread.ofPlatform()
                    .daemon()
                    .start(() -> answer.complete(at.window.requests().openFiles(List.of(home.resolve("late.csv")))));
            while (asking.isAlive()
                    && Arrays.stream(asking.getStackTrace())
                            .noneMatch(frame -> frame.getMethodName().equals("join"))) {
                Thread.onSpinWait();
            }
            then.run();
        });
        return answer.join();
    }

    @Test
    void theNextStartIsAsTheLastOneWas() {
        at = TestWindow.open(workspace, home).withDemo();
        at.click("#theme");
        Theme theme = Screen.call(() -> at.window.appearance().theme().get());
        at.click("#zone");
        at.go(Place.BACKTEST);
        Screen.run(() -> ((TextField) at.node("#param-period")).setText("21"));
        Screen.run(() -> {
            at.window.stage().setWidth(977);
            at.window.stage().setHeight(666);
        });
        Screen.settle();
        at.close();

        at = TestWindow.open(workspace, home);
        at.await("#strategy");
        assertThat(Screen.call(() -> at.window.appearance().theme().get())).isEqualTo(theme);
        assertThat(at.text("#zone")).isEqualTo("Local");
        assertThat(at.text("#page-title")).isEqualTo("Backtest");
        assertThat(Screen.call(() -> ((TextField) at.node("#param-period")).getText()))
                .isEqualTo("21");
        assertThat(Screen.call(() -> at.window.stage().getWidth())).isEqualTo(977);
        assertThat(Screen.call(() -> at.window.stage().getHeight())).isEqualTo(666);
    }

    @Test
    void theStatusBarTellsWhereTheDataIsAndHowMuch() {
        at = TestWindow.open(workspace, home).withDemo();
        assertThat(at.text("#status-coins")).startsWith(COINS + " coins");
        assertThat(at.text("#status-location")).startsWith("Local file").contains("alphaforge.duckdb");
        assertThat(at.text("#status-newest")).startsWith("Newest 20").contains("UTC");
        Screen.await("the cache", () -> at.text("#status-cache").startsWith("Cache local"));
        assertThat(at.text("#status-memory")).endsWith(" MB");
    }

    @Test
    void theAgeOfTheNewestBarCountsFromItsCloseEverywhere() {
        Instant now = Instant.parse("2026-11-22T10:00:00Z");
        at = TestWindow.open(workspace, home, TestWindow.FEW, Clock.fixed(now, ZoneOffset.UTC))
                .withDemo();
        at.await("#tile-newest");
        Screen.await("the tile", () -> at.text("#tile-newest").equals("10 h old"));
        assertThat(at.text("#status-newest")).isEqualTo("Newest 2026-11-21 UTC  ·  10 h ago");
        assertThat(at.text("#tile-newest-detail")).isEqualTo("2026-11-21 UTC");
    }

    @Test
    void beforeThereIsAnythingOnlyKeysAreListedThatDoSomething() {
        at = TestWindow.open(workspace, home);
        at.await("#create-demo");
        robot.push(KeyCode.SHIFT, KeyCode.F1);
        at.await("#keys");
        assertThat(keys()).contains("Show the keyboard").doesNotContain("Go to Dashboard", "Back");
        robot.push(KeyCode.ESCAPE);
        at.withDemo();
        robot.push(KeyCode.SHIFT, KeyCode.F1);
        at.await("#keys");
        assertThat(keys()).contains("Show the keyboard", "Go to Dashboard", "Search coins, views, actions");
    }

    private List<String> keys() {
        return Screen.call(() -> at.node("#keys").lookupAll(".label").stream()
                .map(node -> ((Labeled) node).getText())
                .toList());
    }

    @Test
    void theArrowKeysChooseWhatIsInForce() {
        at = TestWindow.open(workspace, home).withDemo();
        at.go(Place.SETTINGS);
        Screen.run(() -> {
            ((ToggleButton) at.node("#choose-light")).fire();
            at.node("#choose-light").requestFocus();
        });
        robot.push(KeyCode.RIGHT);
        Screen.await("the dark theme", () -> at.window.appearance().theme().get() == Theme.DARK);
        assertThat(Screen.call(() -> ((ToggleButton) at.node("#choose-dark")).isSelected()))
                .isTrue();
        Screen.run(() -> at.node("#section-general").requestFocus());
        robot.push(KeyCode.RIGHT);
        at.await("#profiles");
        Screen.run(() -> at.node("#rail-dashboard").requestFocus());
        at.go(Place.DASHBOARD);
        Screen.run(() -> at.node("#rail-dashboard").requestFocus());
        robot.push(KeyCode.DOWN);
        Screen.await("the backtest", () -> at.isAt("Backtest"));
        assertThat(Screen.call(() -> ((ToggleButton) at.node("#rail-backtest")).isSelected()))
                .isTrue();
    }

    @Test
    void theLogFolderIsShownFromThePalette() {
        at = TestWindow.open(workspace, home).withDemo();
        at.go(Place.SETTINGS);
        at.await("#open-log");
        at.click("#open-log");
        assertThat(at.folders).containsExactly(home.resolve("logs"));
    }
}
