package io.alphaforge.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.feed.DemoOptions;
import io.alphaforge.run.CoinRequest;
import io.alphaforge.ui.kit.Page;
import io.alphaforge.ui.kit.StoreContents;
import io.alphaforge.ui.kit.table.PaintedSkin;
import io.alphaforge.ui.scripted.RealWorkspace;
import io.alphaforge.ui.scripted.Screen;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What holds for every place of the window, on a real database file. */
@Timeout(240)
class EveryPlaceTest {
    @TempDir
    private Path home;

    private final RealWorkspace workspace = new RealWorkspace();
    private TestWindow at;

    @BeforeEach
    void open() {
        at = TestWindow.open(workspace, home, DemoOptions.DEFAULT, Clock.systemUTC())
                .withDemo();
        workspace.release(1000);
    }

    @AfterEach
    void close() {
        at.close();
    }

    @Test
    void everyControlTellsAssistiveTechnologyWhatItIs() {
        TreeSet<String> silent = new TreeSet<>();
        for (Place place : Place.values()) {
            visit(place);
            Screen.run(() -> controls().stream()
                    .filter(n -> n.getAccessibleText() == null
                            || n.getAccessibleText().isBlank())
                    .filter(n -> !(n instanceof Labeled labeled) || isBlank(labeled.getText()))
                    .forEach(n -> silent.add(place + ": " + n)));
        }
        openCoin(0);
        Screen.run(() -> controls().stream()
                .filter(n ->
                        n.getAccessibleText() == null || n.getAccessibleText().isBlank())
                .filter(n -> !(n instanceof Labeled labeled) || isBlank(labeled.getText()))
                .forEach(n -> silent.add("coin: " + n)));
        assertThat(silent).isEmpty();
    }

    @Test
    void noHeadingAndNoButtonIsCutOffAt1280By720() {
        TreeSet<String> cut = new TreeSet<>();
        for (Place place : Place.values()) {
            visit(place);
            Screen.run(() -> cut(at.window.stage().getScene().getRoot()).forEach(t -> cut.add(place + ": " + t)));
        }
        openCoin(0);
        Screen.run(() -> cut(at.window.stage().getScene().getRoot()).forEach(t -> cut.add("coin: " + t)));
        assertThat(cut).isEmpty();
    }

    @Test
    void everyTableDrawsItsRowsAndItsPlaceholderStandsForNone() {
        for (Place place : Place.values()) {
            visit(place);
            Screen.run(() -> tables().forEach(table -> {
                assertThat(table.getSkin()).as("%s: %s", place, table).isInstanceOf(PaintedSkin.class);
                Node placeholder = table.getPlaceholder();
                assertThat(placeholder != null && placeholder.getScene() != null)
                        .as(
                                "%s: %s with %d rows",
                                place, table, table.getItems().size())
                        .isEqualTo(table.getItems().isEmpty());
            }));
        }
    }

    private List<TableView<?>> tables() {
        List<TableView<?>> found = new ArrayList<>();
        for (Node node : at.window.stage().getScene().getRoot().lookupAll(".table-view")) {
            if (node instanceof TableView<?> table && isShown(table)) {
                found.add(table);
            }
        }
        return found;
    }

    @Test
    void aCoinThatHasGivenWayIsLetGo() throws InterruptedException {
        openCoin(0);
        WeakReference<Page> first = new WeakReference<>(page());
        openCoin(1);
        openCoin(2);
        visit(Place.DASHBOARD);
        for (int i = 0; i < 50 && first.get() != null; i++) {
            System.gc();
            Thread.sleep(20);
            Screen.settle();
        }
        assertThat(first.get()).isNull();
    }

    private Page page() {
        return Screen.call(() -> Objects.requireNonNull(
                        Objects.requireNonNull(at.window.open()).host().shown().get())
                .page());
    }

    private void openCoin(int number) {
        String symbol = Screen.call(() -> {
            StoreContents contents = at.desk().contents().get();
            Iterator<String> symbols = contents.symbols().iterator();
            for (int i = 0; i < number; i++) {
                symbols.next();
            }
            String wanted = symbols.next();
            at.desk().navigator().openCoin(CoinRequest.bars(wanted, contents.usual(wanted)));
            return wanted;
        });
        Screen.await(
                "the coin", () -> ((Labeled) at.node("#page-title")).getText().equals(symbol));
        Screen.settle();
    }

    private void visit(Place place) {
        at.go(place);
        if (place == Place.BACKTEST) {
            at.click("#run");
            Screen.await("rows", () -> !at.rows().isEmpty() && !at.node("#run").isDisabled());
        }
        Screen.await("the loading ends", () -> at.desk().jobs().running().isEmpty());
        Screen.settle();
    }

    private List<Node> controls() {
        List<Node> found = new ArrayList<>();
        for (Node node : at.window.stage().getScene().getRoot().lookupAll("*")) {
            boolean control = node instanceof Button
                    || node instanceof TextField
                    || node instanceof ToggleButton
                    || node instanceof ComboBoxBase<?>
                    || node instanceof TableView<?>;
            if (control && node.isFocusTraversable() && isShown(node)) {
                found.add(node);
            }
        }
        return found;
    }

    /** Texts of headings and buttons that are shown with an ellipsis. */
    private static List<String> cut(Node root) {
        List<String> found = new ArrayList<>();
        for (Node node : root.lookupAll("*")) {
            if (node instanceof TableView<?> table && isShown(table)) {
                found.addAll(PaintedSkin.of(table).cutHeadings());
            }
            if (node instanceof Labeled label
                    && isShown(label)
                    && !isBlank(label.getText())
                    && label.getContentDisplay() != ContentDisplay.GRAPHIC_ONLY
                    && matters(label)) {
                boolean whole = label.lookupAll(".text").stream()
                        .filter(Text.class::isInstance)
                        .map(n -> ((Text) n).getText())
                        .anyMatch(shown -> shown.equals(label.getText())
                                || shown.equals(label.getText().replace("_", "")));
                if (!whole && label.getWidth() > 0) {
                    found.add(label.getText());
                }
            }
        }
        return found;
    }

    /** Headings, figures and buttons may not be cut off. */
    private static boolean matters(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getStyleClass().contains("status-bar") || at.getStyleClass().contains("may-be-cut")) {
                return false;
            }
        }
        return true;
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
