package io.alphaforge.ui.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.feed.DemoListener;
import io.alphaforge.feed.DemoOptions;
import io.alphaforge.feed.DemoUniverse;
import io.alphaforge.market.Interval;
import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.ui.kit.Page;
import io.alphaforge.ui.kit.PulseScheduler;
import io.alphaforge.ui.kit.StoreContents;
import io.alphaforge.ui.kit.Theme;
import io.alphaforge.ui.scripted.Framed;
import io.alphaforge.ui.scripted.MirroredWorkspace;
import io.alphaforge.ui.scripted.PriceFiles;
import io.alphaforge.ui.scripted.RealWorkspace;
import io.alphaforge.ui.scripted.RecordedDesk;
import io.alphaforge.ui.scripted.Screen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The data page and the first start as their user sees them. */
@Timeout(300)
class DataPicturesTest {
    private static final Path REAL = Path.of("..", "shared", "data");

    @TempDir
    private Path home;

    private final ExecutorService background = Executors.newCachedThreadPool();
    private final RecordedDesk desk = new RecordedDesk(background, PulseScheduler.javaFx(), Clock.systemUTC());
    private Workspace workspace;

    @BeforeAll
    static void toolkit() {
        Screen.start();
    }

    @BeforeEach
    void open() {
        workspace = new RealWorkspace().open(new WorkspaceOpener.Options(home, null));
    }

    @AfterEach
    void close() {
        workspace.close();
        background.shutdown();
    }

    @Test
    void theFirstStartItsProgressAndItsReport() throws IOException {
        Path good = Files.writeString(home.resolve("ABCUSDT_1d.csv"), PriceFiles.daily(400));
        Path bad = Files.writeString(home.resolve("notes.csv"), "this,is,not\na,price,file\n");
        BooleanProperty away = new SimpleBooleanProperty();
        FirstStartPage page =
                Screen.call(() -> new FirstStartPage(workspace, desk.desk(), DemoOptions.DEFAULT, away, () -> {}));
        Framed window = Screen.call(() -> new Framed(page, Theme.DARK));
        window.pictures("first-start");
        Screen.run(() -> away.set(true));
        window.pictures("first-start-offline");
        Screen.run(() -> away.set(false));
        Screen.run(() -> page.offerFiles(List.of(good, bad)));
        Screen.await("what they hold", () -> page.node().lookup(".offer-failed") != null);
        window.pictures("first-start-offer");
        Screen.run(() -> ((Button) find(page, "#offer-no")).fire());
        Screen.run(() -> page.importFiles(List.of(good, bad)));
        Screen.await("the report", () -> find(page, "#fill-continue").isVisible());
        window.pictures("first-start-report");
        assertThat(((Label) find(page, "#fill-outcome")).getText()).isEqualTo("1 file imported, 1 not.");
        end(page, window);
    }

    @Test
    void anEmptyStoreThenADemoUniverseAndWhatCanBeDoneWithIt() throws IOException {
        DataPage page = Screen.call(() -> new DataPage(workspace, desk.desk(), DemoOptions.DEFAULT));
        Framed window = Screen.call(() -> new Framed(page, Theme.DARK));
        Screen.await("the empty list", () -> summary(page).equals("Empty"));
        window.picture(1280, 720, "data-empty-dark");
        new DemoUniverse(Clock.systemUTC())
                .write(workspace.bars(), DemoOptions.DEFAULT, DemoListener.NONE, () -> false);
        new DemoUniverse(Clock.systemUTC())
                .write(workspace.bars(), new DemoOptions(12, 200, Interval.H1, 1), DemoListener.NONE, () -> false);
        Screen.run(() -> desk.contents.set(StoreContents.of(workspace.bars().series())));
        Screen.await("the series", () -> rows(page) == 272);
        gaps(page);
        window.pictures("data-demo");
        Path opened = Files.writeString(home.resolve("ABCUSDT_1d.csv"), PriceFiles.daily(400));
        Path other = Files.writeString(home.resolve("notes.csv"), "this,is,not\na,price,file\n");
        Screen.run(() -> page.offerFiles(List.of(opened, other)));
        Screen.await("what they hold", () -> page.node().lookup(".offer-failed") != null);
        window.pictures("data-offer");
        Screen.run(() -> action(page, "Esc"));
        Screen.run(() -> ((ToggleButton) find(page, "#demo-options")).fire());
        Screen.run(() -> ((ToggleButton) find(page, "#import-options")).fire());
        Screen.run(() -> ((TextField) find(page, "#import-symbol")).setText("BTC$"));
        Screen.run(() -> window.show(Theme.LIGHT));
        window.picture(1280, 720, "data-forms-light");
        Screen.run(() -> window.show(Theme.DARK));
        window.picture(1280, 720, "data-forms-dark");
        Screen.run(() -> {
            ((TextField) find(page, "#import-symbol")).setText("");
            action(page, "Esc");
            ((TableView<?>) find(page, "#series")).getSelectionModel().selectRange(2, 5);
            action(page, "Delete");
        });
        window.picture(1280, 720, "data-delete-dark");
        end(page, window);
    }

    @Test
    void theMirrorOfAServerBehindCurrentAndWithoutIt() {
        MirroredWorkspace network = new MirroredWorkspace(Clock.systemUTC());
        try (Workspace server = network.open(new WorkspaceOpener.Options(home.resolve("mirrored"), null))) {
            new DemoUniverse(Clock.systemUTC())
                    .write(server.bars(), DemoOptions.DEFAULT, DemoListener.NONE, () -> false);
            DataPage page = Screen.call(() -> new DataPage(server, desk.desk(), DemoOptions.DEFAULT));
            Framed window = Screen.call(() -> new Framed(page, Theme.DARK));
            Screen.run(() -> desk.contents.set(StoreContents.of(server.bars().series())));
            Screen.await("the series", () -> rows(page) == 260);
            Screen.await("the mirror", () -> mirror(page).contains(" series behind"));
            window.pictures("data-mirror-behind");
            Screen.run(() -> ((Button) find(page, "#mirror-sync")).fire());
            Screen.await("the end of the sync", () -> mirror(page).equals("Mirror current"));
            assertThat(desk.notices.getLast().sentence()).startsWith("The mirror is up to date: ");
            network.unreachable = true;
            Screen.run(() -> action(page, "F5"));
            Screen.await("the outage", () -> mirror(page).startsWith("Offline since "));
            window.picture(1280, 720, "data-mirror-offline-dark");
            assertThat(rows(page)).isEqualTo(260);
            end(page, window);
        }
    }

    private static String mirror(DataPage page) {
        return ((Label) find(page, "#mirror-state")).getText();
    }

    @Test
    void realFilesOfManyLayouts() {
        assumeTrue(Files.isDirectory(REAL), "price files of exchanges");
        DataPage page = Screen.call(() -> new DataPage(workspace, desk.desk(), DemoOptions.DEFAULT));
        Framed window = Screen.call(() -> new Framed(page, Theme.DARK));
        Screen.run(() -> {
            page.importFiles(List.of(REAL.resolve("daily")));
            page.importFiles(List.of(REAL.resolve("layouts")));
        });
        Screen.await("some files", () -> rowsOf(page, "#fill-report") > 40);
        window.picture(1280, 720, "data-importing-dark");
        Screen.await("the report", () -> desk.notices.size() >= 2);
        Screen.run(() -> desk.contents.set(StoreContents.of(workspace.bars().series())));
        Screen.await("the series", () -> rows(page) > 250);
        Screen.run(() -> {
            ((CheckBox) find(page, "#fill-failed-only")).setSelected(true);
            ((TableView<?>) find(page, "#fill-report")).getSelectionModel().select(0);
        });
        window.pictures("data-report");
        Screen.run(() -> ((ToggleButton) find(page, "#show-gaps")).fire());
        Screen.run(() -> worst(page));
        gaps(page);
        window.pictures("data-real");
        end(page, window);
    }

    @SuppressWarnings("unchecked")
    private static void worst(DataPage page) {
        TableView<StoredSeries> table = (TableView<StoredSeries>) find(page, "#series");
        var worst = table.getItems().stream()
                .max((a, b) -> Integer.compare(a.quality().gaps(), b.quality().gaps()))
                .orElseThrow();
        table.getSelectionModel().clearAndSelect(table.getItems().indexOf(worst));
        table.scrollTo(worst);
    }

    private static void gaps(DataPage page) {
        Screen.await(
                "the gaps", () -> ((Label) find(page, "#gaps-title")).getText().contains("·"));
        Screen.run(() ->
                ((TableView<?>) find(page, "#gap-list")).getSelectionModel().select(0));
    }

    private static String summary(DataPage page) {
        return ((Label) find(page, "#data-summary")).getText();
    }

    private static int rows(DataPage page) {
        return rowsOf(page, "#series");
    }

    private static int rowsOf(DataPage page, String id) {
        return ((TableView<?>) find(page, id)).getItems().size();
    }

    private static Node find(Page page, String id) {
        Node node = page.node().lookup(id);
        assertThat(node).as(id).isNotNull();
        return node;
    }

    private static void action(Page page, String key) {
        page.actions().stream()
                .filter(a -> a.key() != null && a.key().getName().equals(key))
                .findFirst()
                .orElseThrow()
                .run()
                .run();
    }

    private static void end(Page page, Framed window) {
        Screen.run(page::close);
        window.close();
    }
}
