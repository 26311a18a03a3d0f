package io.alphaforge.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.feed.DemoOptions;
import io.alphaforge.market.Interval;
import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.ui.kit.PulseScheduler;
import io.alphaforge.ui.kit.Theme;
import io.alphaforge.ui.scripted.Framed;
import io.alphaforge.ui.scripted.Memory;
import io.alphaforge.ui.scripted.PriceFiles;
import io.alphaforge.ui.scripted.RealWorkspace;
import io.alphaforge.ui.scripted.RecordedDesk;
import io.alphaforge.ui.scripted.Screen;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;

/** The first start on a real, empty database file. */
@Timeout(120)
class FirstStartPageTest {
    @TempDir
    private Path home;

    private final ExecutorService background = Executors.newCachedThreadPool();
    private final RecordedDesk desk = new RecordedDesk(background, PulseScheduler.javaFx(), Clock.systemUTC());
    private final BooleanProperty away = new SimpleBooleanProperty();
    private final List<Boolean> connected = new ArrayList<>();
    private Workspace workspace;
    private @Nullable FirstStartPage page;
    private Framed window;

    @BeforeAll
    static void toolkit() {
        Screen.start();
    }

    @BeforeEach
    void open() {
        workspace = new RealWorkspace().open(new WorkspaceOpener.Options(home, null));
        DemoOptions demo = new DemoOptions(6, 60, Interval.D1, 1);
        FirstStartPage made =
                Screen.call(() -> new FirstStartPage(workspace, desk.desk(), demo, away, () -> connected.add(true)));
        page = made;
        window = Screen.call(() -> new Framed(made, Theme.LIGHT));
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
    void oneKeyMakesTheDemoUniverse() {
        Screen.await("the focus", () -> node("#create-demo").isFocused());
        new FxRobot().push(KeyCode.SPACE);
        Screen.await("the coins", () -> desk.storeChanges == 1);
        Screen.await("the end", () -> page().idle().getValue());
        assertThat(workspace.bars().series()).hasSize(6).allMatch(StoredSeries::synthetic);
        assertThat(desk.storeChanges).isOne();
    }

    @Test
    void anImportIsFinishedWhenItsReportWasRead() throws IOException {
        Path file = Files.writeString(home.resolve("ABCUSDT_1d.csv"), PriceFiles.daily(40));
        Screen.run(() -> page().importFiles(List.of(file)));
        Screen.await("the report", () -> node("#fill-continue").isVisible());
        Screen.run(() -> {
            assertThat(page().idle().getValue()).isFalse();
            assertThat(((Label) node("#fill-outcome")).getText()).isEqualTo("1 file imported, 0 not.");
            ((ButtonBase) node("#fill-continue")).fire();
            assertThat(page().idle().getValue()).isTrue();
        });
    }

    @Test
    void openedFilesTakeThePlaceOfTheThreeChoicesUntilTheUserHasDecided() throws IOException {
        Path file = Files.writeString(home.resolve("ABCUSDT_1d.csv"), PriceFiles.daily(40));
        Screen.run(() -> {
            page().offerFiles(List.of(file));
            assertThat(node("#create-demo").getParent().getParent().getParent().isVisible())
                    .isFalse();
            assertThat(node("#offer-yes").isFocused()).isTrue();
            ((ButtonBase) node("#offer-no")).fire();
            assertThat(node("#create-demo").isFocused()).isTrue();
            page().offerFiles(List.of(file));
        });
        assertThat(workspace.bars().series()).isEmpty();
        new FxRobot().push(KeyCode.ENTER);
        Screen.await("the report", () -> node("#fill-continue").isVisible());
        assertThat(workspace.bars().series()).hasSize(1);
    }

    @Test
    void anImportOfWhichNothingCameLeadsBackToTheThreeChoices() throws IOException {
        Path file = Files.writeString(home.resolve("notes.csv"), "this,is,not\na,price,file\n");
        Screen.run(() -> page().importFiles(List.of(file)));
        Screen.await("the report", () -> node("#fill-continue").isVisible());
        Screen.run(() -> {
            ((ButtonBase) node("#fill-continue")).fire();
            assertThat(page().idle().getValue()).isTrue();
            assertThat(node("#create-demo").isVisible()).isTrue();
        });
    }

    @Test
    void thereAreThreeChoicesAndTheThirdIsAnotherDatabase() {
        Screen.run(() -> {
            assertThat(page().node().lookupAll(".fill-card")).hasSize(3);
            ((ButtonBase) node("#connect-database")).fire();
        });
        assertThat(connected).containsExactly(true);
    }

    @Test
    void whatAServerThatIsAwayCannotTakeIsNotOffered() {
        Screen.run(() -> {
            away.set(true);
            page().focus();
            assertThat(((Label) node("#fill-why")).getText())
                    .isEqualTo(
                            "Nothing of it was kept on this computer yet. It is tried again by itself; another database"
                                    + " can be opened meanwhile.");
            assertThat(List.of("#create-demo", "#import-files", "#import-folder"))
                    .allMatch(id -> node(id).isDisabled());
            assertThat(node("#connect-database").isFocused()).isTrue();
            away.set(false);
            assertThat(((Label) node("#fill-why")).getText()).startsWith("The database is empty.");
            assertThat(node("#create-demo").isDisabled()).isFalse();
        });
    }

    @Test
    void aClosedPageIsForgotten() {
        List<WeakReference<?>> left =
                Screen.call(() -> List.of(new WeakReference<>(page()), new WeakReference<>(page().node())));
        Screen.run(() -> page().close());
        window.close();
        page = null;
        assertThat(Memory.clears(left)).isTrue();
    }

    private FirstStartPage page() {
        return Objects.requireNonNull(page);
    }

    private Node node(String id) {
        return Objects.requireNonNull(page().node().lookup(id), id);
    }
}
