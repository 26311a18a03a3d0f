package io.alphaforge.ui.data;

import io.alphaforge.catalog.Mirror;
import io.alphaforge.catalog.MirrorStatus;
import io.alphaforge.catalog.SyncReport;
import io.alphaforge.run.Workspace;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.Job;
import io.alphaforge.ui.kit.JobWork;
import io.alphaforge.ui.kit.Loading;
import io.alphaforge.ui.kit.Notice;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The mirror of a server: how it is, and bringing it up to date. Belongs to the thread of the pulse scheduler. */
final class MirrorViewModel {
    private final Optional<Mirror> mirror;
    private final Desk desk;
    private final Loading<MirrorStatus> loading;
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper syncing = new ReadOnlyBooleanWrapper();
    private final Subscription subscriptions;
    private @Nullable MirrorStatus status;

    MirrorViewModel(Workspace workspace, Desk desk) {
        mirror = workspace.mirror();
        this.desk = desk;
        loading = new Loading<>(desk.background(), desk.pulse(), "Looking at the mirror", this::show);
        subscriptions = Subscription.combine(
                desk.contents().subscribe(contents -> load()),
                desk.offline().subscribe((was, is) -> load()),
                syncing.subscribe(is -> write()),
                desk.times().zone().subscribe(zone -> write()));
    }

    /** Looks at the mirror again. */
    void load() {
        mirror.ifPresent(m -> loading.start(m::status));
    }

    /** Looks at the clock; to be called every minute while the state is shown. */
    void tick() {
        write();
    }

    private void show(MirrorStatus now) {
        status = now;
        write();
    }

    private void write() {
        MirrorStatus now = status;
        state.set(
                now == null
                        ? ""
                        : syncing.get()
                                ? "The mirror is being brought up to date"
                                : MirrorWords.state(
                                        now, desk.times(), desk.clock().millis()));
    }

    /** Brings the mirror up to date in the background; a cancel keeps what has come. */
    void sync() {
        if (mirror.isEmpty() || syncing.get()) {
            return;
        }
        AtomicBoolean cancelled = new AtomicBoolean();
        syncing.set(true);
        new JobWork(desk.background(), desk.pulse(), desk.jobs())
                .start("Sync", () -> cancelled.set(true), job -> sync(mirror.get(), job, cancelled::get), this::ended)
                .text()
                .set("Comparing with the server…");
    }

    private Notice sync(Mirror with, Job job, BooleanSupplier cancelled) {
        return told(with.sync(
                (done, total, bars, latest) -> desk.pulse().request(() -> {
                    job.fraction().set((double) done / total);
                    job.text()
                            .set(Formats.count(done) + " / " + Formats.count(total) + " series  ·  "
                                    + Formats.plural(bars, "bar"));
                }),
                cancelled));
    }

    private static Notice told(SyncReport report) {
        String sentence = MirrorWords.outcome(report);
        return MirrorWords.isWell(report) ? Notice.success(sentence) : Notice.problem(sentence);
    }

    private void ended(Notice notice) {
        syncing.set(false);
        desk.notices().tell(notice);
        desk.storeChanged().run();
        load();
    }

    /** Lets go of the desk. */
    void close() {
        subscriptions.unsubscribe();
        loading.cancel();
    }

    /** Whether the workspace has a mirror at all. */
    boolean isThere() {
        return mirror.isPresent();
    }

    /** How the mirror is, in a line; empty until that is known, or when there is none. */
    ReadOnlyStringProperty state() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty syncing() {
        return syncing.getReadOnlyProperty();
    }
}
