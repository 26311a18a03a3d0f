package io.alphaforge.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.StoreException;
import io.alphaforge.run.Connections;
import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.ui.kit.Theme;
import io.alphaforge.ui.scripted.KnownServers;
import io.alphaforge.ui.scripted.RealWorkspace;
import io.alphaforge.ui.scripted.Screen;
import io.alphaforge.ui.settings.Appearance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Connecting out of the window by a profile. The opener is real for files and refuses every server. */
@Timeout(180)
class ConnectProfilesTest {
    @TempDir
    private Path home;

    private final RealWorkspace workspace = new RealWorkspace();
    private final KnownServers servers = new KnownServers();
    private final CopyOnWriteArrayList<WorkspaceOpener.Options> asked = new CopyOnWriteArrayList<>();
    private final WorkspaceOpener opener = new WorkspaceOpener() {
        @Override
        public Workspace open(Options options) {
            asked.add(options);
            if (options.server() != null || options.profile() != null) {
                throw new StoreException("The server does not answer.");
            }
            return workspace.open(options);
        }

        @Override
        public Connections connections(Path folder) {
            return servers;
        }
    };

    @SuppressWarnings("NullAway.Init") // Every test opens its own.
    private TestWindow at;

    @BeforeEach
    void profiles() {
        servers.keep(List.of(
                KnownServers.profile("Research", "db1.research.example", "market"),
                KnownServers.profile("Lab", "lab.example", "market")));
    }

    @AfterEach
    void close() {
        at.close();
    }

    private void ask() {
        at = TestWindow.open(opener, home);
        at.await("#connect-database");
        at.click("#connect-database");
        Screen.await("the profiles", () -> profileList().getItems().size() == 2);
    }

    private ListView<?> profileList() {
        return (ListView<?>) at.node("#connect-profiles");
    }

    private void type(String id, String text) {
        Screen.run(() -> ((TextField) at.node(id)).setText(text));
    }

    @Test
    void aProfileIsChosenAndAskedForAgainAtTheNextStart() throws IOException {
        ask();
        Screen.run(() -> profileList().getSelectionModel().select(1));
        type("#server-password", "hunter2");
        for (Theme theme : Theme.values()) {
            Screen.run(() -> at.window
                    .appearance()
                    .choice()
                    .set(theme == Theme.DARK ? Appearance.Choice.DARK : Appearance.Choice.LIGHT));
            Screen.picture(at.window.stage(), 1280, 720, "connect-profiles-" + theme.styleClass());
        }
        at.click("#connect-server");
        Screen.await("the sentence", () -> at.find("#other-database") != null);
        assertThat(asked.getLast().profile()).isEqualTo("Lab");
        assertThat(asked.getLast().server()).isNull();
        assertThat(servers.typed.values()).containsExactly("hunter2");
        assertThat(servers.store).as("not wanted in the key store").isEmpty();
        at.close();
        assertThat(Files.readString(home.resolve("settings.json")))
                .contains("Lab")
                .doesNotContain("hunter2");
        asked.clear();
        at = TestWindow.open(opener, home);
        Screen.await("the sentence", () -> at.find("#other-database") != null);
        assertThat(asked).extracting(WorkspaceOpener.Options::profile).containsExactly("Lab");
    }

    @Test
    void anAddressThatIsTypedCountsInsteadOfAProfile() {
        ask();
        type("#server-address", "jdbc:postgresql://db/bars");
        assertThat(Screen.call(() -> profileList().getSelectionModel().isEmpty()))
                .isTrue();
        at.click("#connect-server");
        Screen.await("the sentence", () -> at.find("#other-database") != null);
        assertThat(asked.getLast().server()).isEqualTo("jdbc:postgresql://db/bars");
    }
}
