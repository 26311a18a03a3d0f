package io.alphaforge.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.MaintenanceItem;
import io.alphaforge.feed.DemoListener;
import io.alphaforge.feed.DemoOptions;
import io.alphaforge.feed.DemoUniverse;
import io.alphaforge.market.Interval;
import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.store.timescale.Servers;
import io.alphaforge.store.timescale.Servers.Kind;
import io.alphaforge.ui.kit.Page;
import io.alphaforge.ui.kit.PulseScheduler;
import io.alphaforge.ui.kit.StoreContents;
import io.alphaforge.ui.kit.Theme;
import io.alphaforge.ui.scripted.Framed;
import io.alphaforge.ui.scripted.RealWorkspace;
import io.alphaforge.ui.scripted.RecordedDesk;
import io.alphaforge.ui.scripted.Screen;
import io.alphaforge.ui.scripted.ServedWorkspace;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Looking after a database as its user sees it. */
@Timeout(300)
class MaintenancePicturesTest {
    @TempDir
    private Path home;

    private final ExecutorService background = Executors.newCachedThreadPool();
    private final RecordedDesk desk = new RecordedDesk(background, PulseScheduler.javaFx(), Clock.systemUTC());

    @BeforeAll
    static void toolkit() {
        Screen.start();
    }

    @AfterEach
    void close() {
        background.shutdown();
    }

    @Test
    void aServerWithEverythingThatCanBeFound() {
        String url = Servers.emptyDatabase(Kind.COMMUNITY);
        try (Workspace workspace = ServedWorkspace.open(home, url)) {
            workspace.admin().migrate();
            new DemoUniverse(Clock.systemUTC())
                    .write(workspace.bars(), new DemoOptions(12, 500, Interval.H1, 1), DemoListener.NONE, () -> false);
            workspace.bars().compact();
            Servers.sql(
                    url,
                    "SELECT compress_chunk(c) FROM show_chunks('crypto_prices', older_than => interval '200 days') c",
                    "CREATE TABLE crypto_prices_old AS SELECT * FROM crypto_prices",
                    "CREATE INDEX crypto_prices_by_volume ON crypto_prices (volume)",
                    "ANALYZE");
            workspace.bars().dashboard();
            DataPage page = Screen.call(() -> new DataPage(workspace, desk.desk(), DemoOptions.DEFAULT));
            Framed window = Screen.call(() -> new Framed(page, Theme.DARK));
            Screen.run(() -> desk.contents.set(StoreContents.of(workspace.bars().series())));
            Screen.await("the series", () -> table(page, "#series").getItems().size() == 12);
            window.picture(1280, 720, "maintenance-series-dark");
            Screen.run(() -> ((ToggleButton) find(page, "#data-to-maintenance")).fire());
            Screen.await(
                    "the tables",
                    () -> table(page, "#maintenance-tables").getItems().size() > 8);
            window.pictures("maintenance-tables");
            select(page, "#maintenance-tables", "retention");
            Screen.run(() -> ((Button) find(page, "#maintenance-retention")).fire());
            Screen.await("what would go", () -> effects(page).contains("chunks go"));
            window.pictures("maintenance-retention");
            select(page, "#maintenance-tables", "crypto_prices_old");
            Screen.run(() -> ((Button) find(page, "#maintenance-drop-table")).fire());
            Screen.await("what would go", () -> effects(page).contains("goes with all its rows"));
            window.pictures("maintenance-drop");
            Screen.run(() -> {
                String before = effects(page);
                Node buttons = find(page, "#maintenance-discard");
                Node text = find(page, ".maintenance-preview");
                assertThat(buttons.localToScene(buttons.getLayoutBounds()).getMaxY())
                        .as("notices lie over the lower right corner")
                        .isLessThan(text.localToScene(text.getLayoutBounds()).getMaxY());
                desk.contents.set(StoreContents.EMPTY);
                ((Button) find(page, "#maintenance-refresh")).fire();
                assertThat(effects(page)).isEqualTo(before);
            });
            Screen.await(
                    "the database again",
                    () -> !find(page, "#maintenance-tables").isDisabled()
                            && table(page, "#maintenance-tables").getItems().size() > 8);
            Screen.settle();
            assertThat(Screen.call(() -> effects(page)))
                    .as("what is shown of an action stays")
                    .contains("goes with all its rows");
            group(page, "indexes");
            select(page, "#maintenance-indexes", "crypto_prices_by_volume");
            Screen.run(() -> ((Button) find(page, "#maintenance-drop-index")).fire());
            Screen.await("what would go", () -> effects(page).contains("It comes back with"));
            window.picture(1280, 720, "maintenance-indexes-light");
            group(page, "chunks");
            window.picture(1280, 720, "maintenance-chunks-light");
            group(page, "settings");
            window.pictures("maintenance-settings");
            group(page, "queries");
            Screen.run(() ->
                    table(page, "#maintenance-queries").getSelectionModel().select(0));
            window.pictures("maintenance-queries");
            Screen.run(page::close);
            window.close();
        }
    }

    @Test
    void aFileOnThisComputer() {
        try (Workspace workspace = new RealWorkspace().open(new WorkspaceOpener.Options(home, null))) {
            DataPage page = Screen.call(() -> new DataPage(workspace, desk.desk(), DemoOptions.DEFAULT));
            Framed window = Screen.call(() -> new Framed(page, Theme.LIGHT));
            Screen.run(() -> ((ToggleButton) find(page, "#data-to-maintenance")).fire());
            Screen.await(
                    "the file",
                    () -> table(page, "#maintenance-tables").getItems().size() == 1);
            window.picture(1280, 720, "maintenance-file-light");
            Screen.run(() -> ((ToggleButton) find(page, "#maintenance-to-series")).fire());
            assertThat(Screen.call(() -> find(page, "#series").getParent().isVisible()))
                    .isTrue();
            Screen.run(page::close);
            window.close();
        }
    }

    private static void group(Page page, String name) {
        Screen.run(() -> ((ToggleButton) find(page, "#maintenance-group-" + name)).fire());
    }

    private static void select(Page page, String table, String name) {
        Screen.run(() -> {
            for (int i = 0; i < table(page, table).getItems().size(); i++) {
                if (table(page, table).getItems().get(i) instanceof MaintenanceItem item
                        && item.name().equals(name)) {
                    table(page, table).getSelectionModel().clearAndSelect(i);
                }
            }
        });
    }

    private static String effects(Page page) {
        return ((Label) find(page, "#maintenance-effects")).getText();
    }

    private static TableView<?> table(Page page, String id) {
        return (TableView<?>) find(page, id);
    }

    private static Node find(Page page, String id) {
        Node node = page.node().lookup(id);
        assertThat(node).as(id).isNotNull();
        return node;
    }
}
