package io.alphaforge.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.ui.kit.Action;
import io.alphaforge.ui.kit.Notice;
import io.alphaforge.ui.kit.Notices;
import io.alphaforge.ui.scripted.Screen;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
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
