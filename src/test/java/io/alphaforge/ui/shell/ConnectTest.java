package io.alphaforge.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.StoreException;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.ui.kit.Action;
import io.alphaforge.ui.kit.Notice;
import io.alphaforge.ui.scripted.RealWorkspace;
import io.alphaforge.ui.scripted.Screen;
import java.nio.file.Path;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Connecting to a server out of the window. The opener is real for files and refuses every server. */
@Timeout(120)
class ConnectTest {
    private static final String SENTENCE = "The server db/bars does not answer.";

    @TempDir
    private Path home;

    private final RealWorkspace workspace = new RealWorkspace();
    private final CopyOnWriteArrayList<WorkspaceOpener.Options> asked = new CopyOnWriteArrayList<>();
    private final WorkspaceOpener opener = options -> {
        asked.add(options);
        if (options.server() != null) {
            throw new StoreException(SENTENCE);
        }
        return workspace.open(options);
    };

    @SuppressWarnings("NullAway.Init") // Every test opens its own.
    private TestWindow at;

    @AfterEach
    void close() {
        at.close();
    }

    private void connect(String address) {
        at.click("#connect-database");
        Screen.run(() -> ((TextField) at.node("#server-address")).setText(address));
        at.click("#connect-server");
    }

    @Test
    void aServerThatDoesNotAnswerIsSaidAndTheDatabaseOfThisComputerIsAClickAway() {
        at = TestWindow.open(opener, home);
        at.await("#connect-database");
        Screen.run(() ->
                at.desk().notices().tell(Notice.problem("The run failed.").with(Action.of("Run again", () -> {}))));
        Screen.await("the cache", () -> !at.text("#status-cache").isEmpty());
        connect("  jdbc:postgresql://db/bars?user=ann ");
        Screen.await("the sentence", () -> at.find("#other-database") != null);
        assertThat(asked.getLast().server()).isEqualTo("jdbc:postgresql://db/bars?user=ann");
        assertThat(Screen.call(() -> at.window.stage().getScene().getRoot().lookupAll(".label").stream()
                        .map(n -> ((Labeled) n).getText())
                        .toList()))
                .contains(SENTENCE);
        assertThat(at.text("#status-coins") + at.text("#status-cache"))
                .as("of the database before")
                .isEmpty();
        assertThat(Screen.call(() -> at.node("#notices").lookup(".notice")))
                .as("nothing can be run again there")
                .isNull();
        at.click("#other-database");
        assertThat(Screen.call(() -> ((TextField) at.node("#server-address")).getText()))
                .as("what is to be corrected")
                .isEqualTo("jdbc:postgresql://db/bars?user=ann");
        at.click("#connect-own");
        at.await("#create-demo");
        assertThat(asked.getLast().server()).isNull();
    }

    @Test
    void theServerIsAskedForAgainAtTheNextStart() {
        at = TestWindow.open(opener, home);
        at.await("#connect-database");
        connect("jdbc:postgresql://db/bars");
        Screen.await("the sentence", () -> at.find("#other-database") != null);
        at.close();
        asked.clear();
        at = TestWindow.open(opener, home);
        Screen.await("the sentence", () -> at.find("#other-database") != null);
        assertThat(asked).extracting(WorkspaceOpener.Options::server).containsExactly("jdbc:postgresql://db/bars");
    }
}
