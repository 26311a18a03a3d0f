package io.alphaforge.ui.performance;

import io.alphaforge.catalog.StoreException;
import io.alphaforge.run.Workspace;
import io.alphaforge.telemetry.MemoryFigures;
import io.alphaforge.telemetry.RunTimes;
import io.alphaforge.telemetry.SlowQuery;
import io.alphaforge.telemetry.Span;
import io.alphaforge.telemetry.Summary;
import io.alphaforge.telemetry.Watching;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.InOrder;
import io.alphaforge.ui.kit.Loading;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is measured, without its looks: looked at again whenever {@link #load} is called, in the background. Belongs to the
 * thread of the pulse scheduler.
 */
final class PerformanceViewModel {
    static final int QUERIES = 200;
    private static final Logger LOG = LoggerFactory.getLogger(PerformanceViewModel.class);
    private static final String SPAN = "performance.span";
    private static final long SERVER_MILLIS = 60_000;

    private final Workspace workspace;
    private final Desk desk;
    private final Loading<Snapshot> loading;
    private final ObjectProperty<Span> span = new SimpleObjectProperty<>(Span.RUNS);
    private final ReadOnlyObjectWrapper<@Nullable Snapshot> snapshot = new ReadOnlyObjectWrapper<>();
    private final ObservableList<RunTimes> runs = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable RunTimes> selected = new SimpleObjectProperty<>();
    /** Belongs to the background, which does one thing after the other. */
    private @Nullable MemoryFigures before;

    private List<SlowQuery> known = List.of();
    private volatile long askedAt = Long.MIN_VALUE / 2;

    PerformanceViewModel(Workspace workspace, Desk desk) {
        this.workspace = workspace;
        this.desk = desk;
        loading =
                new Loading<>(new InOrder(desk.background()), desk.pulse(), "Looking at what was measured", this::show);
        desk.preferences()
                .get(SPAN)
                .ifPresent(code -> Arrays.stream(Span.values())
                        .filter(s -> s.code().equals(code))
                        .findFirst()
                        .ifPresent(span::set));
        span.subscribe((was, is) -> {
            desk.preferences().put(SPAN, is.code());
            Snapshot now = snapshot.get();
            if (now != null) {
                sift(now);
            }
        });
    }

    /** Looks again; does nothing while it is looking. */
    void load() {
        if (!loading.busy().get()) {
            loading.start(this::look);
        }
    }

    /** Looks again at everything, also at what is not looked at every time. */
    void loadAll() {
        askedAt = Long.MIN_VALUE / 2;
        load();
    }

    private Snapshot look() {
        Watching watching = workspace.watching();
        long now = desk.clock().millis();
        List<RunTimes> measured = watching.runs().runs();
        MemoryFigures memory = MemoryFigures.now();
        double pauses = before == null ? Double.NaN : memory.pauseShareSince(before);
        before = memory;
        return new Snapshot(
                now,
                measured,
                Summary.of(measured, now),
                queries(watching, now),
                new Snapshot.Gauges(
                        memory, pauses, workspace.cache().statistics(), watching.pool(), watching.server()));
    }

    private List<SlowQuery> queries(Watching watching, long now) {
        // A server is asked over a connection of its own, so not at every look.
        boolean isServer = watching.pool().isPresent();
        if (isServer && now - askedAt < SERVER_MILLIS) {
            return known;
        }
        askedAt = now;
        try {
            known = watching.slowQueries(QUERIES);
        } catch (StoreException e) {
            // It is away: everything else can be told.
            LOG.debug("The slow queries are those of the last look.", e);
        }
        return known;
    }

    private void show(Snapshot now) {
        // Before those hear of the snapshot who show its runs.
        sift(now);
        snapshot.set(now);
    }

    private void sift(Snapshot now) {
        List<RunTimes> wanted = span.get().of(now.runs(), now.time());
        RunTimes chosen = selected.get();
        if (!wanted.equals(runs)) {
            runs.setAll(wanted);
        }
        selected.set(
                chosen == null
                        ? null
                        : wanted.stream()
                                .filter(run -> run.runId().equals(chosen.runId()))
                                .findFirst()
                                .orElse(null));
    }

    /** Over which runs figures are summed up; kept for the next start. */
    ObjectProperty<Span> span() {
        return span;
    }

    /** What was found at the last look; null before the first. */
    ReadOnlyObjectProperty<@Nullable Snapshot> snapshot() {
        return snapshot.getReadOnlyProperty();
    }

    /** The runs of the span, newest first. */
    ObservableList<RunTimes> runs() {
        return runs;
    }

    /** The run that is looked at more closely; null when none is. */
    ObjectProperty<@Nullable RunTimes> selected() {
        return selected;
    }

    /** The newest run of all. */
    Optional<RunTimes> last() {
        Snapshot now = snapshot.get();
        return now == null ? Optional.empty() : now.runs().stream().findFirst();
    }

    /** How many runs there are in the span, and how many of them count. */
    String count() {
        long finished = runs.stream().filter(RunTimes::isFinished).count();
        return Formats.plural(runs.size(), "run")
                + (finished == runs.size() ? "" : ", " + Formats.count(finished) + " of them finished");
    }

    ReadOnlyBooleanProperty busy() {
        return loading.busy();
    }

    ReadOnlyStringProperty problem() {
        return loading.problem();
    }

    /** Lets go of what is being looked at. */
    void close() {
        loading.cancel();
    }
}
