package io.alphaforge.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.ui.kit.Action;
import io.alphaforge.ui.kit.Assets;
import io.alphaforge.ui.kit.Notice;
import io.alphaforge.ui.kit.Notices;
import io.alphaforge.ui.kit.Theme;
import io.alphaforge.ui.scripted.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NoticePaneTest {
    private final NoticePane pane = new NoticePane();

    @BeforeAll
    static void toolkit() {
        Screen.start();
    }

    @Test
    void theSameSentenceIsShownOnce() {
        tell(Notice.problem("The disk is full."), Notice.problem("The disk is full."));
        assertThat(sentences()).containsExactly("The disk is full.");
    }

    @Test
    void theOldestGoesWhenThereAreMoreThanFour() {
        tell(Notice.problem("1"), Notice.problem("2"), Notice.problem("3"), Notice.problem("4"), Notice.problem("5"));
        assertThat(sentences()).containsExactly("2", "3", "4", "5");
    }

    @Test
    void aProblemIsNotPushedOutByWhatGoesByItself() {
        tell(Notice.problem("The disk is full."));
        tell(Notice.success("1"), Notice.success("2"), Notice.success("3"), Notice.success("4"));
        assertThat(sentences()).containsExactly("The disk is full.", "2", "3", "4");
        tell(Notice.problem("a"), Notice.problem("b"), Notice.problem("c"), Notice.information("5"));
        assertThat(sentences()).containsExactly("The disk is full.", "a", "b", "c", "5");
        tell(Notice.information("6"));
        assertThat(sentences()).containsExactly("The disk is full.", "a", "b", "c", "6");
    }

    @Test
    void thatAServerDoesNotAnswerIsNoNewsOnceItDoes() {
        tell(
                Notice.problem("The server db.example does not answer."),
                Notice.problem("The disk is full."),
                Notice.problem("The server does not answer: 3 coins failed."));
        Screen.run(pane::answered);
        assertThat(sentences()).containsExactly("The disk is full.");
    }

    @Test
    void whatAWorkspaceOffersToDoEndsWithIt() {
        Notices workspace = Screen.call(pane::ofWorkspace);
        Notice lost = Notice.problem("The run failed.").with(Action.of("Run again", () -> {}));
        Screen.run(() -> {
            workspace.tell(lost);
            workspace.tell(Notice.problem("The disk is full."));
            pane.leave();
        });
        assertThat(sentences()).containsExactly("The disk is full.");
        Screen.run(() -> workspace.tell(lost));
        assertThat(sentences()).containsExactly("The disk is full.", "The run failed.");
        assertThat(Screen.call(() -> pane.node().lookup(".hyperlink"))).isNull();
        Screen.run(() -> pane.ofWorkspace().tell(lost));
        assertThat(Screen.call(() -> pane.node().lookup(".hyperlink"))).isNotNull();
    }

    @Test
    void theActionIsDoneAndTakesTheNoticeAway() {
        List<String> done = new ArrayList<>();
        tell(Notice.problem("The server is gone.").with(Action.of("Use the mirror", () -> done.add("mirror"))));
        Screen.run(() -> ((Hyperlink) pane.node().lookup(".hyperlink")).fire());
        assertThat(done).containsExactly("mirror");
        assertThat(sentences()).isEmpty();
    }

    @Test
    void aNoticeIsDismissedByItsButton() {
        tell(Notice.success("Exported."));
        Screen.run(() -> ((Button) pane.node().lookup(".button")).fire());
        assertThat(sentences()).isEmpty();
    }

    @Test
    void noticesThatFindNoRoomWaitBehindNewerOnesAndNoneCoversAnother() {
        String longest =
                " The server db.example/crypto did not finish within the statement timeout; ask for less, raise the"
                        + " timeout, or wait until no other session holds a lock there. What was reported as written is kept, and the"
                        + " rest can be imported again: rows that agree change nothing, and new ones are added to those that are"
                        + " there. The log says which statement it was and what the server answered to it.";
        List<Notice> told = IntStream.rangeClosed(1, 4)
                .mapToObj(i -> Notice.problem(i + "." + longest).with(Action.of("Try it again", () -> {})))
                .toList();
        Stage stage = Screen.call(() -> {
            StackPane root = new StackPane(pane.node());
            root.getStyleClass().addAll("root", "dark");
            StackPane.setAlignment(pane.node(), Pos.BOTTOM_RIGHT);
            Scene scene = new Scene(root, 960, 600);
            scene.getStylesheets().setAll(Assets.stylesheets());
            Application.setUserAgentStylesheet(Theme.DARK.stylesheet());
            Stage window = new Stage();
            window.setScene(scene);
            window.show();
            return window;
        });
        tell(told.toArray(Notice[]::new));
        tell(Notice.success("Exported."));
        Screen.settle();
        Screen.picture(stage, 960, 600, "notices-dark");
        Screen.settle();
        assertReadable();
        assertThat(shown().getLast()).as("the newest").isEqualTo("Exported.");
        assertThat(shown()).hasSizeBetween(2, 4);
        int before = shown().size();
        dismissNewest();
        dismissNewest();
        assertReadable();
        assertThat(shown()).as("what waited").hasSizeGreaterThanOrEqualTo(before - 1);
        dismissNewest();
        dismissNewest();
        assertThat(shown()).containsExactly("1." + longest);
        Screen.run(stage::hide);
    }

    private void dismissNewest() {
        Screen.run(() -> ((Button) cards().getLast().lookup(".button")).fire());
        Screen.settle();
    }

    private List<Node> cards() {
        return ((Parent) pane.node()).getChildrenUnmodifiable();
    }

    private List<String> shown() {
        return Screen.call(() -> cards().stream()
                .filter(Node::isVisible)
                .map(n -> ((Labeled) n.lookup(".label")).getText())
                .toList());
    }

    /** Every card that is shown lies within the window, has room for its text, and covers no other. */
    private void assertReadable() {
        Screen.run(() -> {
            List<Node> shown = cards().stream().filter(Node::isVisible).toList();
            for (int i = 0; i < shown.size(); i++) {
                Bounds card = shown.get(i).localToScene(shown.get(i).getLayoutBounds());
                assertThat(card.getMinY()).as("card %s", i).isNotNegative();
                assertThat(card.getMaxY()).as("card %s", i).isLessThanOrEqualTo(600);
                Labeled label = (Labeled) shown.get(i).lookup(".label");
                assertThat(label.getHeight()).isGreaterThanOrEqualTo(label.prefHeight(label.getWidth()) - 0.5);
                Bounds text = label.localToScene(label.getLayoutBounds());
                assertThat(text.getMaxY()).isLessThanOrEqualTo(card.getMaxY());
                if (i > 0) {
                    Bounds above =
                            shown.get(i - 1).localToScene(shown.get(i - 1).getLayoutBounds());
                    assertThat(card.getMinY()).as("card %s", i).isGreaterThanOrEqualTo(above.getMaxY());
                }
            }
        });
    }

    private void tell(Notice... notices) {
        Screen.run(() -> List.of(notices).forEach(pane::tell));
    }

    private List<String> sentences() {
        return Screen.call(() -> ((Parent) pane.node())
                .getChildrenUnmodifiable().stream()
                        .map(n -> ((Labeled) n.lookup(".label")).getText())
                        .toList());
    }
}
