package io.alphaforge.ui.backtest;

import io.alphaforge.run.Preset;
import io.alphaforge.run.PresetStore;
import io.alphaforge.run.RunSpec;
import io.alphaforge.ui.kit.Action;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.ErrorText;
import io.alphaforge.ui.kit.InOrder;
import io.alphaforge.ui.kit.Loading;
import io.alphaforge.ui.kit.Notice;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The named presets: what the form describes can be kept under a name, and a kept one put back into the form. */
final class Presets {
    private final PresetStore store;
    private final Desk desk;
    private final BacktestForm form;
    private final ObservableList<Preset> list = FXCollections.observableArrayList();
    private final ObservableList<Preset> listView = FXCollections.unmodifiableObservableList(list);
    private final ReadOnlyStringWrapper current = new ReadOnlyStringWrapper("");
    private final Executor inOrder;
    private final Loading<List<Preset>> loading;

    Presets(PresetStore store, Desk desk, BacktestForm form) {
        this.store = store;
        this.desk = desk;
        this.form = form;
        // What is asked for in a row is done in a row: a list that is read after a change shows it.
        this.inOrder = new InOrder(desk.background());
        this.loading = new Loading<>(inOrder, desk.pulse(), "Reading presets", this::show);
        loading.start(store::list);
    }

    private void show(List<Preset> presets) {
        list.setAll(presets);
        if (presets.stream().noneMatch(p -> p.name().equals(current.get()))) {
            current.set("");
        }
    }

    /** Puts a preset into the form. */
    void open(Preset preset) {
        form.set(preset.spec());
        current.set(preset.name());
    }

    /** Keeps what the form describes under a name; one of the same name is replaced. */
    void save(String name) {
        RunSpec spec = form.spec().orElse(null);
        if (spec == null) {
            desk.notices()
                    .tell(Notice.problem(
                            "The preset was not saved: " + form.problem().get()));
            return;
        }
        keep(new Preset(name, spec));
    }

    /** Gives the current preset another name. */
    void rename(String name) {
        find(current.get()).filter(p -> !p.name().equals(name.strip())).ifPresent(before -> {
            Preset renamed = new Preset(name, before.spec());
            write(
                    "Renaming the preset",
                    () -> {
                        store.save(renamed);
                        store.delete(before.name());
                    },
                    () -> turn(before.name(), renamed.name()));
        });
    }

    /** Forgets the current preset; the notice about it can bring it back. */
    void delete() {
        find(current.get())
                .ifPresent(preset -> write("Deleting the preset", () -> store.delete(preset.name()), () -> {
                    turn(preset.name(), "");
                    desk.notices()
                            .tell(Notice.information("The preset " + preset.name() + " is deleted.")
                                    .with(Action.of("Undo", () -> keep(preset))));
                }));
    }

    private void keep(Preset preset) {
        write("Saving the preset", () -> store.save(preset), () -> current.set(preset.name()));
    }

    /** Another preset may have been opened meanwhile. */
    private void turn(String from, String to) {
        if (current.get().equals(from)) {
            current.set(to);
        }
    }

    /**
     * Changes what is stored, then lists it again, however that ended.
     *
     * @param done when it is changed; where it fails the user is told why
     */
    private void write(String what, Runnable change, Runnable done) {
        inOrder.execute(() -> {
            try {
                change.run();
                desk.pulse().request(done);
            } catch (Throwable e) {
                String problem = ErrorText.logged(what, e);
                desk.pulse().request(() -> desk.notices().tell(Notice.problem(problem)));
            }
        });
        loading.start(store::list);
    }

    /** The preset of this name. */
    Optional<Preset> find(String name) {
        return list.stream().filter(p -> p.name().equals(name.strip())).findFirst();
    }

    /** Every preset by name. */
    ObservableList<Preset> list() {
        return listView;
    }

    /** The name of the preset last opened or saved; empty when there is none. */
    ReadOnlyStringProperty current() {
        return current.getReadOnlyProperty();
    }

    /** Why presets cannot be read, in one sentence; empty when they can. */
    ReadOnlyStringProperty problem() {
        return loading.problem();
    }
}
