package io.alphaforge.ui.settings;

import io.alphaforge.run.ConnectionProfile;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.Loading;
import io.alphaforge.ui.kit.Notice;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The profiles and the form of the one that is chosen. What is typed is a draft until it is saved; meanwhile no other
 * profile can be chosen.
 */
final class ProfilesViewModel {
    private final ProfileBook book;
    private final ProfileTester tester;
    private final Desk desk;
    private final String login;
    private final BiConsumer<ConnectionProfile, Optional<ConnectionProfile>> changed;
    private final ProfileFields fields = new ProfileFields();
    private final ObservableList<ProfileRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable ProfileRow> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper draft = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final Loading<List<ProfileRow>> loading;
    private final Loading<Written> saving;
    private boolean filling;
    /** Whether a password is typed. */
    private boolean secret;

    /**
     * What a write has led to.
     *
     * @param row that it was about; null for a profile that was new
     */
    private record Written(@Nullable ProfileRow row, ProfileBook.Changed book) {}

    /**
     * Reads the profiles with {@link #refresh}.
     *
     * @param login name of the operating system's user, which a new profile begins with
     */
    ProfilesViewModel(ConnectionChoice choice, Desk desk, String login) {
        this.changed = choice.changed();
        this.book = new ProfileBook(choice.connections());
        this.tester = new ProfileTester(choice.connections(), desk);
        this.desk = desk;
        this.login = login;
        loading = new Loading<>(desk.background(), desk.pulse(), "Reading the profiles", this::loaded);
        saving = new Loading<>(desk.background(), desk.pulse(), "Saving the profile", this::written);
        loading.whenFailed(problem::set);
        saving.whenFailed(problem::set);
        fields.all().forEach(field -> field.addListener((observed, before, now) -> review()));
    }

    /** Reads the profiles again, unless something is being typed or saved. */
    void refresh() {
        if (!draft.get() && !saving.busy().get()) {
            loading.start(book::read);
        }
    }

    private void loaded(List<ProfileRow> found) {
        if (!draft.get()) {
            list(found, "");
        } else if (chosen.get() == null) {
            // A new profile was begun while they were read.
            rows.setAll(found);
        }
    }

    private void list(List<ProfileRow> found, String wanted) {
        ProfileRow before = chosen.get();
        String name =
                !wanted.isEmpty() || before == null ? wanted : before.profile().name();
        rows.setAll(found);
        choose(rows.stream()
                .filter(row -> row.profile().name().equals(name))
                .findFirst()
                .orElse(rows.isEmpty() ? null : rows.getFirst()));
    }

    /** Shows a profile in the form; null for none. */
    void choose(@Nullable ProfileRow row) {
        boolean same = row != null && row.equals(chosen.get()) && !draft.get();
        chosen.set(row);
        shown.set(row != null);
        if (row != null) {
            fill(() -> fields.show(row.profile()));
        }
        secret = false;
        draft.set(false);
        problem.set("");
        if (!same) {
            tester.forget();
        }
    }

    private void fill(Runnable write) {
        filling = true;
        write.run();
        filling = false;
    }

    /** Begins a new profile. */
    void add() {
        chosen.set(null);
        fill(() -> fields.clear(login));
        begin();
    }

    /** Begins a new profile that is like the chosen one. */
    void duplicate() {
        chosenRow().map(ProfileRow::profile).ifPresent(profile -> {
            chosen.set(null);
            fill(() -> fields.show(profile.named(ProfileBook.free(profile.name(), List.copyOf(rows)))));
            begin();
        });
    }

    private void begin() {
        shown.set(true);
        draft.set(true);
        problem.set("");
        tester.forget();
    }

    /** Forgets what was typed. */
    void discard() {
        if (saving.busy().get()) {
            return;
        }
        choose(chosen.get() == null && !rows.isEmpty() ? rows.getFirst() : chosen.get());
    }

    /** A password was typed, which is to be saved too. */
    void touched() {
        secret = true;
        draft.set(true);
    }

    private void review() {
        if (!filling) {
            problem.set("");
            draft.set(
                    secret || !chosenRow().map(row -> fields.say(row.profile())).orElse(false));
        }
    }

    /**
     * Keeps what was typed.
     *
     * @param password taken over and wiped; empty when none was typed
     * @param remember whether the password goes into the key store; otherwise it is used until the application ends
     */
    void save(char[] password, boolean remember) {
        if (saving.busy().get()) {
            Arrays.fill(password, '\0');
            return;
        }
        try {
            ConnectionProfile wanted = fields.profile();
            List<ProfileRow> seen = List.copyOf(rows);
            ProfileRow row = chosen.get();
            List<ConnectionProfile> all = ProfileBook.with(seen, row, wanted);
            write(row, () -> book.save(seen, all, wanted, password, remember));
        } catch (IllegalArgumentException e) {
            refuse(e, password);
        }
    }

    private void refuse(IllegalArgumentException e, char[] password) {
        Arrays.fill(password, '\0');
        problem.set(String.valueOf(e.getMessage()));
    }

    private void write(@Nullable ProfileRow row, Supplier<ProfileBook.Changed> work) {
        problem.set("");
        // What is read before the write would be shown after it.
        loading.cancel();
        saving.start(() -> new Written(row, work.get()));
    }

    private void written(Written done) {
        ProfileBook.Changed now = done.book();
        draft.set(false);
        if (done.row() != null) {
            tell(done.row().profile(), now);
        }
        list(now.rows(), now.name());
        if (!now.warning().isEmpty()) {
            desk.notices().tell(Notice.problem(now.warning()));
        }
    }

    private void tell(ConnectionProfile before, ProfileBook.Changed now) {
        List<ConnectionProfile> all =
                now.rows().stream().map(ProfileRow::profile).toList();
        if (!all.contains(before)) {
            changed.accept(
                    before,
                    all.stream()
                            .filter(profile -> profile.name().equals(now.name()))
                            .findFirst());
        }
    }

    /** Removes a profile, and its password from the key store. */
    void remove(ProfileRow row) {
        if (!saving.busy().get()) {
            List<ProfileRow> all = List.copyOf(rows);
            write(row, () -> book.reduce(all, ProfileBook.without(all, row)));
        }
    }

    /** Takes the password of the chosen profile out of the key store. */
    void forgetPassword() {
        if (!saving.busy().get()) {
            chosenRow().ifPresent(row -> write(row, () -> book.forgetPassword(row.profile())));
        }
    }

    private Optional<ProfileRow> chosenRow() {
        return Optional.ofNullable(chosen.get());
    }

    /**
     * Looks whether what the form says works.
     *
     * @param password taken over and wiped; empty to look where passwords are kept
     */
    void test(char[] password) {
        try {
            // Whether a server answers does not depend on what it is called.
            ConnectionProfile wanted = fields.named("test");
            problem.set("");
            tester.start(wanted, password);
        } catch (IllegalArgumentException e) {
            refuse(e, password);
        }
    }

    ProfileFields fields() {
        return fields;
    }

    ObservableList<ProfileRow> rows() {
        return FXCollections.unmodifiableObservableList(rows);
    }

    /** The profile in the form; null while a new one is being made, or there is none. */
    ReadOnlyObjectProperty<@Nullable ProfileRow> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /** Whether the form shows a profile at all. */
    ReadOnlyBooleanProperty shown() {
        return shown.getReadOnlyProperty();
    }

    /** Whether something is typed that is not saved. */
    ReadOnlyBooleanProperty draft() {
        return draft.getReadOnlyProperty();
    }

    /** Why the form cannot be saved or the profiles not read, in one sentence. */
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    ProfileTester tester() {
        return tester;
    }

    ReadOnlyBooleanProperty loading() {
        return loading.busy();
    }

    ReadOnlyBooleanProperty saving() {
        return saving.busy();
    }

    void close() {
        loading.cancel();
        tester.forget();
        // What is being saved goes on: whoever works with the profile has to know of it.
    }
}
