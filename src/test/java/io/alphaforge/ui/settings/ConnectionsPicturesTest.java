package io.alphaforge.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.StoreAdmin;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.run.ConnectionProfile;
import io.alphaforge.run.Finding;
import io.alphaforge.run.TlsMode;
import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.ui.kit.PulseScheduler;
import io.alphaforge.ui.kit.Theme;
import io.alphaforge.ui.scripted.Framed;
import io.alphaforge.ui.scripted.KnownServers;
import io.alphaforge.ui.scripted.RealWorkspace;
import io.alphaforge.ui.scripted.RecordedDesk;
import io.alphaforge.ui.scripted.Rewired;
import io.alphaforge.ui.scripted.Screen;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The connection profiles in the settings as their user sees and uses them. */
@Timeout(180)
class ConnectionsPicturesTest {
    private static final List<Finding> WELL = List.of(
            new Finding("network", true, "db1.research.example (10.20.1.4) answers on port 5432"),
            new Finding("login", true, "ann on market"),
            new Finding("password", true, "from the key store of this computer"),
            new Finding("pooler", true, "none seen"),
            new Finding("clock", true, "the same as that of this computer"),
            new Finding("round trip", true, "0.8 ms; statements that read may take 120 s"),
            new Finding(
                    "encryption",
                    true,
                    "TLSv1.3 with TLS_AES_256_GCM_SHA384; the server's certificate and name are checked"
                            + " (sslmode=verify-full)"),
            new Finding("version", true, "PostgreSQL 17.5, TimescaleDB 2.28.3"),
            new Finding(
                    "means",
                    true,
                    "TimescaleDB community edition: Old bars are compressed and daily bars are kept summed up."),
            new Finding("schema", true, "up to date"),
            new Finding("rights", true, "read and write: a row was written, and taken back"));

    private static final List<Finding> ILL = List.of(
            new Finding("network", true, "lab.example (192.0.2.7) answers on port 5432"),
            new Finding(
                    "login",
                    false,
                    "The server lab.example/market refuses the password of user ann; set ALPHAFORGE_DB_PASSWORD or"
                            + " correct ~/.pgpass."),
            new Finding(
                    "password", true, "none in the environment or the key store; the file ~/.pgpass where it has one"));

    @TempDir
    private Path home;

    /** Why the database cannot be asked; empty while it can. */
    private volatile String refusal = "";

    private final class Refusing implements StoreAdmin {
        private final StoreAdmin real;

        Refusing(StoreAdmin real) {
            this.real = real;
        }

        @Override
        public String location() {
            return real.location();
        }

        @Override
        public Map<String, String> describe() {
            if (!refusal.isEmpty()) {
                throw new StoreException(refusal);
            }
            return real.describe();
        }
    }

    private final KnownServers servers = new KnownServers();
    private final List<String> connected = new ArrayList<>();
    private final ExecutorService background = Executors.newCachedThreadPool();
    private final RecordedDesk desk = new RecordedDesk(background, PulseScheduler.javaFx(), Clock.systemUTC());

    @SuppressWarnings("NullAway.Init") // Every test opens its own.
    private Workspace workspace;

    @SuppressWarnings("NullAway.Init")
    private SettingsSections page;

    @SuppressWarnings("NullAway.Init")
    private Framed window;

    @BeforeAll
    static void toolkit() {
        Screen.start();
    }

    private void open(ConnectionProfile... profiles) {
        servers.keep(List.of(profiles));
        Workspace real = new RealWorkspace().open(new WorkspaceOpener.Options(home, null));
        workspace = Rewired.of(real).admin(new Refusing(real.admin())).workspace();
        page = Screen.call(() -> {
            SettingsSections.showConnections(desk.desk());
            Appearance appearance = new Appearance(
                    desk.desk().preferences(), ZoneId.of("UTC"), new SimpleObjectProperty<>(ColorScheme.LIGHT));
            return new SettingsSections(
                    new SettingsPage(workspace, desk.desk(), appearance, NoUpkeep.at(desk.desk())),
                    desk.desk(),
                    new ConnectionChoice(servers, () -> "Research", p -> connected.add(p.name()), (before, now) -> {}));
        });
        window = Screen.call(() -> new Framed(page, Theme.DARK));
        Screen.await("the profiles", () -> list().getItems().size() == profiles.length);
    }

    @AfterEach
    void close() {
        Screen.run(page::close);
        window.close();
        workspace.close();
        background.shutdown();
    }

    private @Nullable Node find(String id) {
        return window.stage().getScene().getRoot().lookup(id);
    }

    private <N> N node(String id, Class<N> type) {
        return type.cast(Objects.requireNonNull(find(id), id));
    }

    private ListView<?> list() {
        return node("#profiles", ListView.class);
    }

    private void click(String id) {
        Screen.run(() -> node(id, ButtonBase.class).fire());
    }

    private void type(String id, String text) {
        Screen.run(() -> node(id, TextInputControl.class).setText(text));
    }

    private static ConnectionProfile large() {
        return new ConnectionProfile(
                "Replicated",
                new ConnectionProfile.Server(
                        "db1.research.example,db2.research.example:5433",
                        5432,
                        "market",
                        "ann",
                        "r1.research.example,r2.research.example",
                        true),
                new ConnectionProfile.Tls(TlsMode.VERIFY_CA, "/etc/ssl/certs/research-ca.pem"),
                300,
                "rediss://ann@cache.research.example:6380");
    }

    private void openSeveral() {
        ConnectionProfile research = KnownServers.profile("Research", "db1.research.example", "market");
        servers.store.put(research.address(), "kept");
        open(
                research,
                large(),
                KnownServers.profile("Lab", "lab.example", "market"),
                KnownServers.profile(
                        "Managed service in Frankfurt", "a1b2c3d4.e5f6.tsdb.cloud.example", "market_production"));
    }

    @Test
    void withoutProfilesTheSectionSaysWhatTheyAreFor() {
        open();
        Screen.await("the offer", () -> find("#profile-first") != null);
        window.pictures("connections-empty");
        click("#profile-first");
        assertThat(Screen.call(() -> node("#profile-name", Node.class).isFocused()))
                .isTrue();
    }

    @Test
    void severalProfilesATestThatSucceedsAndOneThatFails() {
        openSeveral();
        servers.findings = WELL;
        click("#profile-test");
        Screen.await("the verdict", () -> verdict().startsWith("The connection works"));
        window.pictures("connections-well");
        Screen.run(() -> window.show(Theme.LIGHT));
        window.alone("page-connections-light");
        Screen.run(() -> list().getSelectionModel().select(2));
        servers.findings = ILL;
        click("#profile-test");
        Screen.await("the verdict", () -> verdict().contains("refuses the password"));
        window.pictures("connections-ill");
    }

    private String verdict() {
        return node("#profile-verdict", Label.class).getText();
    }

    @Test
    void whatIsBeingTypedAndWhatIsWrongWithIt() {
        openSeveral();
        Screen.run(() -> list().getSelectionModel().select(1));
        window.pictures("connections-large");
        type("#profile-hosts", "db1:5432/market");
        type("#profile-password", "hunter2");
        click("#profile-save");
        window.pictures("connections-draft");
        assertThat(Screen.call(() -> list().isDisabled())).isTrue();
        Screen.run(() -> node("#profile-hosts", Node.class).fireEvent(pressed(KeyCode.ESCAPE)));
        assertThat(Screen.call(
                        () -> node("#profile-hosts", TextInputControl.class).getText()))
                .startsWith("db1.research");
        assertThat(Screen.call(
                        () -> node("#profile-password", TextInputControl.class).getText()))
                .isEmpty();
    }

    private static KeyEvent pressed(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }

    @Test
    void theKeyboardConnectsAndRemoves() {
        openSeveral();
        Screen.run(() -> {
            list().requestFocus();
            list().getSelectionModel().select(2);
            list().fireEvent(pressed(KeyCode.ENTER));
        });
        assertThat(connected).containsExactly("Lab");
        Screen.run(() -> {
            list().getSelectionModel().select(0);
            list().fireEvent(pressed(KeyCode.DELETE));
        });
        window.picture(1280, 720, "connections-remove-dark");
        click("#profile-removal-yes");
        Screen.await("the rest", () -> list().getItems().size() == 3);
        assertThat(servers.store).as("its password went with it").isEmpty();
    }

    @Test
    void aQuestionAboutOneProfileIsNotAnsweredForAnother() {
        openSeveral();
        click("#profile-remove");
        assertThat(Screen.call(() -> node("#profile-removal", Node.class).isVisible()))
                .isTrue();
        Screen.run(() -> list().getSelectionModel().select(2));
        assertThat(Screen.call(() -> node("#profile-removal", Node.class).isVisible()))
                .as("a question about the first, with the third chosen")
                .isFalse();
        click("#profile-removal-yes");
        Screen.settle();
        assertThat(servers.profiles()).hasSize(4);
    }

    @Test
    void whatCannotBeReadForTheSettingsIsSaidInThem() {
        open();
        refusal = "The server db/bars does not answer.";
        click("#section-general");
        Screen.await("the sentence", () -> problem().equals(refusal));
        window.picture(1280, 720, "settings-problem-dark");
        refusal = "";
        click("#section-connections");
        click("#section-general");
        Screen.await("the facts", () -> problem().isEmpty());
    }

    /** What the general settings say is wrong, as one sees it. */
    private String problem() {
        return find("#settings-problem") instanceof Label label && label.isVisible() ? label.getText() : "";
    }

    @Test
    void aPasswordIsSavedWithAProfileAndItsFieldIsEmptyAfterwards() {
        openSeveral();
        Screen.run(() -> list().getSelectionModel().select(2));
        type("#profile-password", "hunter2");
        click("#profile-save");
        Screen.await("the password is kept", () -> servers.store.containsValue("hunter2"));
        Screen.await(
                "an empty field",
                () -> node("#profile-password", TextInputControl.class)
                        .getText()
                        .isEmpty());
        assertThat(desk.notices).isEmpty();
    }
}
