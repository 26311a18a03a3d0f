package io.alphaforge.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.run.ConnectionProfile;
import io.alphaforge.run.Connections;
import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.run.WorkspaceOpener.Options;
import io.alphaforge.ui.kit.FileChoice;
import io.alphaforge.ui.kit.Notice;
import io.alphaforge.ui.kit.Preferences;
import io.alphaforge.ui.scripted.KnownServers;
import io.alphaforge.ui.scripted.RecordedDesk;
import io.alphaforge.ui.scripted.Screen;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which database is worked with and which one is asked for at the next start, without the window around it. */
class ConnectingTest {
    private static final Options START = new Options(Path.of("home"), null);
    private static final ConnectionProfile TEAM = KnownServers.profile("Team", "db1", "bars");
    private static final ConnectionProfile LAB = KnownServers.profile("Lab", "lab.example", "bars");

    private final KnownServers servers = new KnownServers();
    private final ExecutorService serial = Executors.newSingleThreadExecutor();
    private final Queue<Runnable> later = new ArrayDeque<>();
    private final RecordedDesk desk = new RecordedDesk(later::add, Runnable::run, Clock.systemUTC());
    private final Preferences preferences = desk.desk().preferences();
    /** What was opened, in the order of it. */
    private final List<Options> opened = new ArrayList<>();

    private boolean isOpen = true;
    /** Whether the user lets work be cancelled. */
    private boolean consent = true;

    private final Connecting.Leaving leaving = new Connecting.Leaving() {
        @Override
        public boolean isOpen() {
            return isOpen;
        }

        @Override
        public void ask(Runnable then) {
            if (consent) {
                then.run();
            }
        }

        @Override
        public void open(Options chosen) {
            opened.add(chosen);
        }
    };

    @BeforeEach
    void profiles() {
        servers.keep(List.of(TEAM, LAB));
    }

    @AfterEach
    void close() {
        serial.shutdown();
    }

    private Connecting connecting() {
        WorkspaceOpener opener = new WorkspaceOpener() {
            @Override
            public Workspace open(Options options) {
                throw new AssertionError("Only the window opens.");
            }

            @Override
            public Connections connections(Path home) {
                return servers;
            }
        };
        WindowSetup setup = new WindowSetup(
                opener,
                START,
                preferences,
                serial,
                TestWindow.FEW,
                Clock.systemUTC(),
                Optional.empty(),
                Optional.empty(),
                folder -> {},
                FileChoice.desktop(preferences, "folder"));
        Executor queue = later::add;
        return new Connecting(setup, queue, Runnable::run, desk.desk().notices(), leaving);
    }

    private Options next() {
        return Connecting.wanted(START, preferences);
    }

    @Test
    void whatIsOpenIsNotOpenedAgain() {
        Connecting connecting = connecting();
        connecting.connect(TEAM);
        connecting.connect(TEAM);
        assertThat(opened).containsExactly(START.by("Team"));
        assertThat(desk.notices).extracting(Notice::sentence).containsExactly("This database is open already.");
        isOpen = false;
        connecting.connect(TEAM);
        assertThat(opened).as("it could not be opened, and is tried again").hasSize(2);
    }

    @Test
    void aProfileThatIsAnotherServerNowIsConnectedToAgain() {
        Connecting connecting = connecting();
        connecting.connect(TEAM);
        ConnectionProfile moved = KnownServers.profile("Team", "db2", "bars");
        connecting.changed(TEAM, Optional.of(moved));
        connecting.connect(moved);
        assertThat(opened).hasSize(2);
        connecting.changed(moved, Optional.of(moved.named("Team in Basel")));
        connecting.connect(moved.named("Team in Basel"));
        assertThat(opened).as("only its name is another").hasSize(2);
        assertThat(next().profile()).isEqualTo("Team in Basel");
        assertThat(connecting.profile()).isEqualTo("Team in Basel");
    }

    @Test
    void whoGoesOnWorkingIsAskedForTheSameDatabaseAtTheNextStart() {
        Connecting connecting = connecting();
        connecting.connect(TEAM);
        consent = false;
        connecting.connect(LAB);
        assertThat(opened).containsExactly(START.by("Team"));
        assertThat(next().profile()).isEqualTo("Team");
        assertThat(connecting.profile()).isEqualTo("Team");
    }

    @Test
    void aRemovedProfileIsNotAskedForAtTheNextStart() {
        Connecting connecting = connecting();
        connecting.connect(TEAM);
        connecting.changed(LAB, Optional.empty());
        assertThat(next().profile()).isEqualTo("Team");
        connecting.changed(TEAM, Optional.empty());
        assertThat(next()).as("the database of this computer").isEqualTo(START);
        assertThat(connecting.profile()).isEmpty();
    }

    @Test
    void profilesThatComeLateLeaveTheKeyboardToWhoeverTypesAPassword() {
        Screen.start();
        Overlay overlay = new Overlay();
        Screen.run(() -> {
            Scene scene = new Scene((Parent) overlay.node());
            connecting().ask(overlay, answer -> {});
            Node password = node(scene, "#server-password");
            password.requestFocus();
            later.remove().run();
            assertThat(scene.getFocusOwner()).isEqualTo(password);
            overlay.hide();

            connecting().ask(overlay, answer -> {});
            later.remove().run();
            assertThat(scene.getFocusOwner()).as("nothing is typed").isEqualTo(node(scene, "#connect-profiles"));
        });
    }

    @Test
    void profilesThatCannotBeReadAreSaidAndAPasswordIsReasonToConnectAnew() {
        Screen.start();
        Overlay overlay = new Overlay();
        Connecting connecting = connecting();
        connecting.connect(TEAM);
        Screen.run(() -> {
            Scene scene = new Scene((Parent) overlay.node());
            connecting.ask(overlay, answer -> {});
            later.remove().run();
            ((ListView<?>) node(scene, "#connect-profiles")).getSelectionModel().select(0);
            ((TextField) node(scene, "#server-password")).setText("hunter2");
            ((ButtonBase) node(scene, "#connect-server")).fire();
            later.remove().run();
            assertThat(opened).containsExactly(START.by("Team"), START.by("Team"));
            assertThat(servers.typed).containsEntry(TEAM.address(), "hunter2");

            servers.broken = "The file profiles.json cannot be read.";
            later.clear();
            connecting.ask(overlay, answer -> {});
            later.remove().run();
        });
        assertThat(desk.notices).extracting(Notice::sentence).containsExactly(servers.broken);
    }

    private static Node node(Scene scene, String id) {
        return Objects.requireNonNull(scene.lookup(id), id);
    }
}
