package io.alphaforge.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.run.ConnectionProfile;
import io.alphaforge.run.Finding;
import io.alphaforge.run.TlsMode;
import io.alphaforge.ui.kit.Notice;
import io.alphaforge.ui.scripted.KnownServers;
import io.alphaforge.ui.scripted.RecordedDesk;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProfilesViewModelTest {
    private static final char[] NONE = {};

    private final KnownServers servers = new KnownServers();
    private final RecordedDesk desk = new RecordedDesk(Runnable::run, Runnable::run, Clock.systemUTC());
    /** What has become of profiles: "before > now". */
    private final List<String> changes = new ArrayList<>();

    private final ProfilesViewModel model = model(desk);
    private final Queue<Runnable> later = new ArrayDeque<>();

    private ProfilesViewModel model(RecordedDesk at) {
        return new ProfilesViewModel(
                new ConnectionChoice(
                        servers,
                        () -> "",
                        p -> {},
                        (before, now) -> changes.add(before.name() + " > "
                                + now.map(ConnectionProfile::name).orElse(""))),
                at.desk(),
                "ann");
    }

    /** A model whose work is done by {@link #work}. */
    private ProfilesViewModel slow() {
        Executor queue = later::add;
        ProfilesViewModel slow = model(new RecordedDesk(queue, Runnable::run, Clock.systemUTC()));
        slow.refresh();
        work();
        return slow;
    }

    private void work() {
        while (!later.isEmpty()) {
            later.remove().run();
        }
    }

    private void removeChosen() {
        model.remove(Objects.requireNonNull(model.chosen().get()));
    }

    @BeforeEach
    void twoProfiles() {
        servers.keep(List.of(
                KnownServers.profile("Team", "db1", "bars"), KnownServers.profile("Lab", "lab.example", "bars")));
        model.refresh();
    }

    private String shown() {
        ProfileRow row = model.chosen().get();
        return row == null ? "" : row.profile().name();
    }

    private ProfileRow row(String name) {
        return model.rows().stream()
                .filter(r -> r.profile().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theFirstProfileIsShownAndChoosingAnotherFillsTheForm() {
        assertThat(shown()).isEqualTo("Team");
        model.choose(row("Lab"));
        assertThat(model.fields().hosts.get()).isEqualTo("lab.example");
        assertThat(model.draft().get()).isFalse();
    }

    @Test
    void whatIsTypedIsADraftUntilItIsSavedOrTypedBack() {
        model.fields().timeout.set("30");
        assertThat(model.draft().get()).isTrue();
        model.fields().timeout.set("120");
        assertThat(model.draft().get()).isFalse();
        model.fields().timeout.set("30");
        model.save(new char[0], true);
        assertThat(model.draft().get()).isFalse();
        assertThat(servers.profiles().getFirst().timeout()).isEqualTo(30);
        assertThat(shown()).isEqualTo("Team");
    }

    @Test
    void aNewProfileBeginsWithWhatIsSafeAndUsual() {
        model.add();
        assertThat(model.fields().user.get()).isEqualTo("ann");
        assertThat(model.fields().tls.get()).isEqualTo(TlsMode.VERIFY_FULL);
        assertThat(model.fields().port.get()).isEqualTo("5432");
        model.save(NONE.clone(), true);
        assertThat(model.problem().get()).contains("name");
        model.fields().name.set("New");
        model.save(NONE.clone(), true);
        assertThat(model.problem().get()).contains("host");
        model.fields().hosts.set("db9");
        assertThat(model.problem().get()).isEmpty();
        model.fields().database.set("bars");
        model.fields().port.set("many");
        model.save(NONE.clone(), true);
        assertThat(model.problem().get()).contains("port");
        model.fields().port.set("5432");
        model.save(NONE.clone(), true);
        assertThat(servers.profiles()).extracting(p -> p.name()).containsExactly("Team", "Lab", "New");
        assertThat(shown()).isEqualTo("New");
    }

    @Test
    void aNewNameIsToldToWhoeverWorksWithTheProfile() {
        model.fields().name.set("Team in Basel");
        model.save(NONE.clone(), true);
        assertThat(changes).containsExactly("Team > Team in Basel");
        assertThat(shown()).isEqualTo("Team in Basel");
        assertThat(servers.profiles()).hasSize(2);
        removeChosen();
        assertThat(changes).as("gone").containsExactly("Team > Team in Basel", "Team in Basel > ");
    }

    @Test
    void whatIsDoneToOneProfileIsNotToldOfTheOneThatIsChosenMeanwhile() {
        ProfilesViewModel slow = slow();
        slow.forgetPassword();
        slow.choose(row("Lab"));
        work();
        assertThat(changes).isEmpty();
    }

    @Test
    void whileAProfileIsSavedNothingElseIsBegun() {
        ProfilesViewModel slow = slow();
        slow.fields().timeout.set("30");
        slow.save(NONE.clone(), true);
        char[] second = "hunter2".toCharArray();
        slow.save(second, true);
        slow.discard();
        slow.forgetPassword();
        slow.remove(row("Lab"));
        slow.refresh();
        assertThat(later).hasSize(1);
        assertThat(second).containsOnly('\0');
        assertThat(slow.draft().get()).as("not discarded").isTrue();
        work();
        assertThat(servers.profiles()).extracting(ConnectionProfile::timeout).containsExactly(30, 120);
        assertThat(slow.draft().get()).isFalse();
    }

    @Test
    void aNewProfileIsNotThrownAwayByTheOthersThatAreRead() {
        ProfilesViewModel slow = slow();
        slow.refresh();
        slow.add();
        slow.fields().name.set("New");
        work();
        assertThat(slow.draft().get()).isTrue();
        assertThat(slow.fields().name.get()).isEqualTo("New");
        assertThat(slow.rows()).hasSize(2);
    }

    @Test
    void whatCannotBeKeptIsSaidEveryTimeAndStaysInTheForm() {
        servers.broken = "The file profiles.json cannot be written.";
        for (String timeout : List.of("30", "31")) {
            model.fields().timeout.set(timeout);
            assertThat(model.problem().get()).isEmpty();
            model.save("hunter2".toCharArray(), true);
            assertThat(model.problem().get()).isEqualTo(servers.broken);
            assertThat(model.draft().get()).isTrue();
        }
        model.discard();
        removeChosen();
        assertThat(model.problem().get()).isEqualTo(servers.broken);
        assertThat(changes).isEmpty();
    }

    @Test
    void profilesThatCannotBeReadAreSaid() {
        servers.broken = "The file profiles.json cannot be read.";
        ProfilesViewModel fresh = model(desk);
        fresh.refresh();
        assertThat(fresh.problem().get()).isEqualTo(servers.broken);
        servers.broken = "";
        fresh.refresh();
        assertThat(fresh.problem().get()).isEmpty();
        assertThat(fresh.rows()).hasSize(2);
    }

    @Test
    void aNameIsGivenOnceAndACopyHasOneOfItsOwn() {
        model.duplicate();
        assertThat(model.fields().name.get()).isEqualTo("Team copy");
        model.fields().name.set("lab");
        model.save(NONE.clone(), true);
        assertThat(model.problem().get()).contains("already");
        model.discard();
        assertThat(shown()).isEqualTo("Team");
        assertThat(servers.profiles()).hasSize(2);
    }

    @Test
    void aTypedPasswordIsRememberedAndWiped() {
        char[] typed = "hunter2".toCharArray();
        model.touched();
        model.save(typed, true);
        String address = row("Team").profile().address();
        assertThat(servers.store).containsEntry(address, "hunter2");
        assertThat(servers.typed).containsEntry(address, "hunter2");
        assertThat(typed).containsOnly('\0');
        assertThat(row("Team").remembered()).isTrue();
        model.forgetPassword();
        assertThat(row("Team").remembered()).isFalse();
        assertThat(servers.store).isEmpty();
    }

    @Test
    void withoutAKeyStoreTheProfileIsSavedAndThePasswordUsedForNow() {
        servers.refusal = "There is no key store.";
        model.fields().timeout.set("30");
        model.save("hunter2".toCharArray(), true);
        assertThat(servers.profiles().getFirst().timeout()).isEqualTo(30);
        assertThat(servers.typed).hasSize(1);
        assertThat(desk.notices)
                .extracting(Notice::sentence)
                .singleElement()
                .asString()
                .startsWith("There is no key store. Until AlphaForge is closed")
                .doesNotContain("hunter2");
    }

    @Test
    void removingAProfileRemovesItsPassword() {
        model.touched();
        model.save("hunter2".toCharArray(), true);
        removeChosen();
        assertThat(servers.profiles()).extracting(p -> p.name()).containsExactly("Lab");
        assertThat(servers.store).isEmpty();
        removeChosen();
        assertThat(model.rows()).isEmpty();
        assertThat(model.shown().get()).isFalse();
        assertThat(model.chosen().get()).isNull();
    }

    @Test
    void aTestSaysInOneSentenceWhatIsRightOrWrong() {
        servers.findings = List.of(
                new Finding("network", true, "db1 answers on port 5432"), new Finding("login", true, "ann on bars"));
        model.test("typed".toCharArray());
        assertThat(servers.tested.values()).containsExactly("typed");
        assertThat(result().ok()).isTrue();
        assertThat(result().verdict()).isEqualTo("The connection works: ann on bars.");
        servers.findings = List.of(
                new Finding("network", true, "db1 answers on port 5432"),
                new Finding("login", false, "The server db1/bars refuses the password of user ann."));
        model.test(NONE.clone());
        assertThat(result().ok()).isFalse();
        assertThat(result().verdict()).isEqualTo("The server db1/bars refuses the password of user ann.");
        assertThat(result().findings()).hasSize(2);
        model.choose(row("Lab"));
        assertThat(result().verdict()).as("another profile").isEmpty();
    }

    @Test
    void whatWorksWithAFlawIsSaidToWork() {
        servers.findings =
                List.of(new Finding("login", true, "ann on bars"), new Finding("clock", false, "9.0 s ahead."));
        model.test(NONE.clone());
        assertThat(result().verdict()).isEqualTo("The connection works, but: 9.0 s ahead.");
    }

    private ProfileTest result() {
        return Objects.requireNonNull(model.tester().result().get());
    }
}
