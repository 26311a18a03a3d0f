package io.alphaforge.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.ui.scripted.RealWorkspace;
import io.alphaforge.ui.scripted.Screen;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a window shows first, frame by frame: the real one, on a real database file. */
@Timeout(240)
class RowsFirstTest {
    @TempDir
    private Path home;

    private final RealWorkspace workspace = new RealWorkspace();

    @SuppressWarnings("NullAway.Init") // Every test opens its own.
    private TestWindow at;

    @AfterEach
    void close() {
        at.close();
    }

    /** What was in a frame: the rows, and whether that was around them which comes later. */
    private record Frame(int rows, double top, boolean title, boolean rail, boolean status, boolean filter) {
        static Frame of(Scene scene, TableView<?> table) {
            return new Frame(
                    table.getItems().size(),
                    table.localToScene(0, 0).getY(),
                    scene.lookup("#page-title") != null,
                    scene.lookup("#rail-data") != null,
                    scene.lookup("#status-coins") != null,
                    scene.lookup("#filter") != null);
        }
    }

    @Test
    void rowsAreThereBeforeWhatIsAroundThemAndDoNotMoveForIt() {
        TestWindow.open(workspace, home).withDemo().close();

        List<Frame> frames = new ArrayList<>();
        at = TestWindow.watched(workspace, home, scene -> {
            if (scene.lookup("#coins") instanceof TableView<?> table
                    && !table.getItems().isEmpty()) {
                frames.add(Frame.of(scene, table));
            }
        });
        Screen.await("the filter", () -> at.find("#filter") != null);
        Screen.settle();
        List<Frame> seen = Screen.call(() -> List.copyOf(frames));
        Frame first = seen.getFirst();
        assertThat(first).isEqualTo(new Frame(TestWindow.COINS, first.top(), false, false, false, false));
        assertThat(seen.getLast()).isEqualTo(new Frame(TestWindow.COINS, first.top(), true, true, true, true));
        assertThat(seen).extracting(Frame::top).containsOnly(first.top());
    }

    @Test
    void whoGoesThroughTheWindowWithTabComesByItsFrameFirst() {
        at = TestWindow.open(workspace, home).withDemo();
        List<String> order =
                Screen.call(() -> at.node(".header").getParent().getParent().getChildrenUnmodifiable().stream()
                        .map(part -> part instanceof StackPane room
                                        && room.getStyleClass().isEmpty()
                                ? room.getChildren().getFirst()
                                : part)
                        .map(part -> part.getStyleClass().getFirst())
                        .toList());
        assertThat(order).containsExactly("header", "rail", "status-bar", "page-host");
    }
}
