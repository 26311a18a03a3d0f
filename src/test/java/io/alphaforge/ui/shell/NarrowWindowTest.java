package io.alphaforge.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.run.CoinRequest;
import io.alphaforge.telemetry.PoolGauges;
import io.alphaforge.telemetry.SlowQuery;
import io.alphaforge.telemetry.Watching;
import io.alphaforge.ui.kit.Job;
import io.alphaforge.ui.kit.Notice;
import io.alphaforge.ui.kit.StoreContents;
import io.alphaforge.ui.scripted.MirroredWorkspace;
import io.alphaforge.ui.scripted.RealWorkspace;
import io.alphaforge.ui.scripted.Rewired;
import io.alphaforge.ui.scripted.Screen;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The window at the smallest size that it allows, with the longest texts that it gets. */
@Timeout(240)
class NarrowWindowTest {
    private static final String LONG =
            "117 / 260 series  ·  1,234,567 bars  ·  BTCUSDT 1h is being fetched from the server"
                    + " and written to the mirror, which takes as long as the network wants";

    private static final Watching WAITING = new Watching() {
        @Override
        public Duration threshold() {
            return Duration.ofSeconds(1);
        }

        @Override
        public List<SlowQuery> slowQueries(int limit) {
            return List.of();
        }

        @Override
        public Optional<PoolGauges> pool() {
            return Optional.of(new PoolGauges(2, 0, 1, 6));
        }
    };

    @TempDir
    private Path home;

    private final RealWorkspace workspace = new RealWorkspace();

    @SuppressWarnings("NullAway.Init") // Opened by the test.
    private TestWindow at;

    @AfterEach
    void close() {
        workspace.release(1000);
        at.close();
    }

    @Test
    void railHeaderAndStatusBarStayInsideWhateverIsShownAndDone() {
        at = TestWindow.open(
                        o -> Rewired.of(workspace.open(o)).watching(WAITING).workspace(), home)
                .withDemo();
        shrink();
        Screen.run(() -> {
            Job job = new Job("Sync", false, () -> {}, () -> {});
            job.text().set(LONG);
            at.desk().jobs().begin(job);
            job.text().set(LONG);
        });
        at.go(Place.BACKTEST);
        Screen.run(() -> ((ToggleButton) at.node("#universe-all")).fire());
        at.click("#run");
        workspace.release(10);
        Screen.await("10 rows", () -> at.rows().size() == 10);
        Set<String> outside = everywhere("running");
        at.go(Place.BACKTEST);
        at.pause(workspace);
        outside.addAll(everywhere("paused"));
        assertThat(outside).isEmpty();
        Screen.run(() -> at.desk().jobs().running().stream()
                .filter(j -> j.title().equals("Sync"))
                .findFirst()
                .ifPresent(at.desk().jobs()::end));
    }

    @Test
    void whatAServerThatDoesNotAnswerIsSaidWithFindsRoom() {
        MirroredWorkspace network = new MirroredWorkspace(Clock.systemUTC());
        at = TestWindow.open(network, home).withDemo();
        network.unreachable = true;
        shrink();
        at.go(Place.DATA);
        Screen.run(() -> ((ToggleButton) at.node("#demo-options")).fire());
        at.click("#create-demo");
        Screen.await(
                "the refusal",
                () -> ((Label) at.node("#fill-outcome")).getText().contains("answer"));
        assertThat(everywhere("offline")).isEmpty();
    }

    private void shrink() {
        Stage stage = at.window.stage();
        Screen.run(() -> {
            stage.setWidth(stage.getMinWidth());
            stage.setHeight(stage.getMinHeight());
        });
        Screen.settle();
    }

    private Set<String> everywhere(String when) {
        Set<String> outside = new TreeSet<>();
        for (Place place : Place.values()) {
            at.go(place);
            Screen.run(() -> at.desk().notices().tell(Notice.information("A notice of this moment.")));
            Screen.settle();
            outside.addAll(outside(place + " " + when));
        }
        Screen.run(() -> {
            StoreContents contents = at.desk().contents().get();
            String symbol = contents.symbols().stream().findFirst().orElse("BTCUSDT");
            at.desk().navigator().openCoin(CoinRequest.bars(symbol, contents.usual(symbol)));
        });
        Screen.settle();
        outside.addAll(outside("coin " + when));
        return outside;
    }

    /** What of the frame, and which controls of the page, do not lie within the scene. */
    private List<String> outside(String where) {
        Screen.picture(
                at.window.stage(), 960, 600, "narrow-" + where.replace(' ', '-').toLowerCase(Locale.ROOT));
        return Screen.call(() -> {
            double width = at.window.stage().getScene().getWidth();
            List<String> found = new ArrayList<>();
            found.addAll(beyond(where, at.node(".rail"), width));
            found.addAll(beyond(where, at.node(".header"), width));
            found.addAll(beyond(where, at.node(".status-bar"), width));
            for (Node node : at.node(".page-host").lookupAll(".label, .button, .toggle-button, .text-field")) {
                if (node instanceof Labeled || node.isFocusTraversable()) {
                    found.addAll(beyond(where, node, width));
                }
            }
            return found;
        });
    }

    private static List<String> beyond(String where, Node node, double width) {
        List<String> found = new ArrayList<>();
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        if (isShown(node) && (bounds.getMinX() < -0.5 || bounds.getMaxX() > width + 0.5)) {
            found.add(where + ": " + node + " from " + bounds.getMinX() + " to " + bounds.getMaxX());
        }
        if (node.getStyleClass().contains("header") || node.getStyleClass().contains("status-bar")) {
            ((Parent) node).getChildrenUnmodifiable().forEach(child -> found.addAll(beyond(where, child, width)));
        }
        return found;
    }

    /** Cells and headers of tables scroll. */
    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()
                    || at.getStyleClass().contains("table-view")
                    || at.getStyleClass().contains("scroll-pane")) {
                return false;
            }
        }
        return true;
    }
}
