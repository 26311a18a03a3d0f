package io.alphaforge.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.StoreException;
import io.alphaforge.run.Connections;
import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.store.timescale.ServerAddress;
import io.alphaforge.ui.kit.Action;
import io.alphaforge.ui.kit.Notice;
import io.alphaforge.ui.scripted.KnownServers;
import io.alphaforge.ui.scripted.RealWorkspace;
import io.alphaforge.ui.scripted.Screen;
import java.io.IOException;
import java.nio.file.Files;
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
    private final WorkspaceOpener opener = new WorkspaceOpener() {
        @Override
        public Workspace open(Options options) {
            asked.add(options);
            if (options.server() != null) {
                ServerAddress.parse(options.server());
                throw new StoreException(SENTENCE);
            }
            return workspace.open(options);
        }

        @Override
        public Connections connections(Path folder) {
            return new KnownServers();
        }
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

    @Test
    void aPasswordInAnAddressIsRefusedAndWrittenNowhere() throws IOException {
        at = TestWindow.open(opener, home);
        at.await("#connect-database");
        connect("jdbc:postgresql://db/bars?user=ann");
        Screen.await("the sentence", () -> at.find("#other-database") != null);
        at.click("#other-database");
        Screen.run(
                () -> ((TextField) at.node("#server-address")).setText("jdbc:postgresql://db/bars?password=hunter2"));
        at.click("#connect-server");
        Screen.await("the refusal", () -> at.find("#other-database") != null);
        at.close();
        assertThat(Files.readString(home.resolve("settings.json")))
                .as("the one that was accepted is asked for again")
                .contains("jdbc:postgresql://db/bars?user=ann")
                .doesNotContain("hunter2");
    }

    @Test
    void aPasswordThatAnEarlierVersionHasWrittenIsTakenOut() throws IOException {
        Path settings = home.resolve("settings.json");
        Files.writeString(
                settings,
                "{\"database.server\": \"jdbc:postgresql://db/bars?password=hunter2\", \"watchlist\": [\"BTCUSDT\"]}");
        at = TestWindow.open(opener, home);
        Screen.await("the refusal", () -> at.find("#other-database") != null);
        at.close();
        assertThat(Files.readString(settings)).contains("BTCUSDT").doesNotContain("hunter2");
        at = TestWindow.open(opener, home);
        at.await("#connect-database");
    }
}
