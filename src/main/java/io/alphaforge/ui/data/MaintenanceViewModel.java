package io.alphaforge.ui.data;

import io.alphaforge.catalog.Maintenance;
import io.alphaforge.catalog.MaintenanceAction;
import io.alphaforge.catalog.MaintenanceItem;
import io.alphaforge.catalog.MaintenancePlan;
import io.alphaforge.catalog.MaintenanceRequest;
import io.alphaforge.run.Workspace;
import io.alphaforge.telemetry.SlowQuery;
import io.alphaforge.telemetry.Watching;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.InOrder;
import io.alphaforge.ui.kit.Loading;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * What maintenance finds in a database, and what can be done about it: an action is shown first and done when the user says
 * so. Asks nothing before {@link #load}.
 */
final class MaintenanceViewModel {
    static final int QUERIES = 500;

    /** An action with what it would do. */
    record Planned(MaintenanceRequest request, MaintenancePlan plan) {}

    private record Found(List<MaintenanceItem> items, List<SlowQuery> queries) {}

    private final Watching watching;
    private final Optional<Maintenance> maintenance;
    private final Loading<Found> loading;
    private final Loading<Planned> planning;
    private final MaintenanceWork work;
    private final ObservableList<MaintenanceItem> items = FXCollections.observableArrayList();
    private final ObservableList<SlowQuery> queries = FXCollections.observableArrayList();
    private final ObjectProperty<MaintenanceGroup> group = new SimpleObjectProperty<>(MaintenanceGroup.TABLES);
    private final ReadOnlyObjectWrapper<@Nullable MaintenanceItem> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Planned> planned = new ReadOnlyObjectWrapper<>();
    private final StringProperty days = new SimpleStringProperty("365");
    private final StringProperty confirmed = new SimpleStringProperty("");
    private final ObjectProperty<@Nullable Path> backup = new SimpleObjectProperty<>();

    MaintenanceViewModel(Workspace workspace, Desk desk) {
        watching = workspace.watching();
        maintenance = workspace.admin().maintenance();
        Executor inOrder = new InOrder(desk.background());
        loading = new Loading<>(inOrder, desk.pulse(), "Looking through the database", this::show);
        planning = new Loading<>(inOrder, desk.pulse(), "Working out what would be done", planned::set);
        work = new MaintenanceWork(desk, this::load);
        days.subscribe((was, is) -> discard());
    }

    /** Looks through the database again. */
    void load() {
        loading.start(() -> new Found(
                maintenance.map(m -> m.list(0)).orElse(List.of()),
                isWatched() ? watching.slowQueries(QUERIES) : List.of()));
    }

    private void show(Found found) {
        MaintenanceItem before = selected.get();
        items.setAll(found.items());
        queries.setAll(found.queries());
        if (before != null) {
            select(found.items().stream().filter(before::isSameAs).findFirst().orElse(null));
        }
    }

    /** Chooses what something is to be done to; what was shown of another goes. */
    void select(@Nullable MaintenanceItem item) {
        MaintenanceItem before = selected.get();
        selected.set(item);
        if (item == null || before == null || !item.name().equals(before.name())) {
            discard();
            backup.set(null);
            confirmed.set("");
        }
    }

    /** Shows what an action would do to what is selected. */
    void preview(MaintenanceAction action) {
        MaintenanceItem item = selected.get();
        if (item == null || maintenance.isEmpty() || work.busy().get()) {
            return;
        }
        MaintenanceRequest request = action == MaintenanceAction.RETENTION
                ? MaintenanceRequest.retention(daysTyped())
                : MaintenanceRequest.of(action, item.name());
        discard();
        Maintenance on = maintenance.get();
        planning.start(() -> new Planned(request, on.plan(request)));
    }

    private int daysTyped() {
        try {
            return Integer.parseInt(days.get().strip().replace(",", ""));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    /** Nothing is to be done. */
    void discard() {
        planning.cancel();
        planned.set(null);
    }

    /** Why what is shown cannot be done yet; empty when it can. */
    String missing() {
        Planned now = planned.get();
        if (now == null || !now.plan().possible()) {
            return now == null ? "Nothing is chosen." : now.plan().refusal();
        }
        if (now.request().action() != MaintenanceAction.DROP_TABLE) {
            return "";
        }
        if (backup.get() == null) {
            return "A backup of the table comes first.";
        }
        return confirmed.get().equals(now.request().name()) ? "" : "Type the name of the table to drop it.";
    }

    /** Does what is shown. */
    void apply() {
        Planned now = planned.get();
        if (now == null
                || maintenance.isEmpty()
                || !missing().isEmpty()
                || work.busy().get()) {
            return;
        }
        Maintenance on = maintenance.get();
        MaintenanceRequest request = now.request().with(confirmed.get(), backup.get());
        discard();
        work.start(
                now.request().action().title(),
                on::cancel,
                progress -> String.join(" ", on.apply(request, progress)),
                () -> {});
    }

    /** Writes a backup of the selected table, which dropping it asks for. */
    void backUp(Path file) {
        MaintenanceItem item = selected.get();
        if (item == null || maintenance.isEmpty() || work.busy().get()) {
            return;
        }
        Maintenance on = maintenance.get();
        work.start(
                "Backup",
                on::cancel,
                progress -> {
                    var kept = on.backUp(item.name(), file, progress);
                    return Formats.plural(kept.rows(), "row") + " of " + kept.table()
                            + (kept.rows() == 1 ? " is in " + file + " and was" : " are in " + file + " and were")
                            + " read back.";
                },
                () -> {
                    if (item.equals(selected.get())) {
                        backup.set(file);
                    }
                });
    }

    /** Lets go of what is being asked. */
    void close() {
        loading.cancel();
        planning.cancel();
    }

    /** Whether there is anything to look after or to watch. */
    boolean isThere() {
        return maintenance.isPresent() || isWatched();
    }

    /** Whether slow queries are kept at all. */
    boolean isWatched() {
        return !watching.equals(Watching.NOTHING);
    }

    /** Where slow queries are kept and from when on one is. */
    String about() {
        return "Queries of " + Formats.count(watching.threshold().toMillis()) + " ms and more, kept in "
                + watching.keptIn() + ".";
    }

    ObservableList<MaintenanceItem> items() {
        return items;
    }

    ObservableList<SlowQuery> queries() {
        return queries;
    }

    ObjectProperty<MaintenanceGroup> group() {
        return group;
    }

    ReadOnlyObjectProperty<@Nullable MaintenanceItem> selected() {
        return selected.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Planned> planned() {
        return planned.getReadOnlyProperty();
    }

    /** How many days bars are to be kept, as it is typed. */
    StringProperty days() {
        return days;
    }

    /** The name of a table to be dropped, as it is typed. */
    StringProperty confirmed() {
        return confirmed;
    }

    /** The backup of a table to be dropped. */
    ObjectProperty<@Nullable Path> backup() {
        return backup;
    }

    ObservableValue<Boolean> busy() {
        return loading.busy();
    }

    ObservableValue<Boolean> planningBusy() {
        return planning.busy();
    }

    /** What went wrong last, in a sentence; empty when nothing did. */
    ObservableValue<String> problem() {
        return loading.problem().flatMap(listing -> planning.problem().map(plan -> listing.isEmpty() ? plan : listing));
    }

    MaintenanceWork work() {
        return work;
    }
}
