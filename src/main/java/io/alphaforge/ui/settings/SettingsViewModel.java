package io.alphaforge.ui.settings;

import io.alphaforge.run.CacheStatistics;
import io.alphaforge.run.EngineVersion;
import io.alphaforge.run.ResultCache;
import io.alphaforge.run.Workspace;
import io.alphaforge.ui.kit.Action;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.JobWork;
import io.alphaforge.ui.kit.Loading;
import io.alphaforge.ui.kit.Notice;
import io.alphaforge.ui.kit.SizeText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The facts that the settings page shows, and what it can do to the cache. */
final class SettingsViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsViewModel.class);

    private final Workspace workspace;
    private final Desk desk;
    private final ReadOnlyObjectWrapper<Facts> facts = new ReadOnlyObjectWrapper<>(new Facts(Map.of(), Map.of()));
    private final Loading<Facts> loading;
    private final Loading<ResultCache.Cleared> clearing;
    private final ReadOnlyBooleanWrapper migrating = new ReadOnlyBooleanWrapper();
    private boolean closed;

    /**
     * What is known of the application.
     *
     * @param store names and values of the database
     * @param cache names and values of the cache of results
     */
    record Facts(Map<String, String> store, Map<String, String> cache) {}

    SettingsViewModel(Workspace workspace, Desk desk) {
        this.workspace = workspace;
        this.desk = desk;
        this.loading = new Loading<>(desk.background(), desk.pulse(), "Reading the settings", facts::set);
        this.clearing = new Loading<>(desk.background(), desk.pulse(), "Clearing the cache", this::cleared);
        clearing.whenFailed(sentence -> desk.notices().tell(Notice.problem(sentence)));
    }

    /**
     * Creates the tables that AlphaForge needs, or brings them up to date; changes no bar. Closing waits for it. Where they
     * are somebody else's with bars in them it is said before what happens to them, and only a second word does it.
     */
    void migrate() {
        migrate(false);
    }

    private void migrate(boolean agreed) {
        if (migrating.get()) {
            return;
        }
        migrating.set(true);
        AtomicBoolean cancelled = new AtomicBoolean();
        new JobWork(desk.background(), desk.pulse(), desk.jobs())
                .start(
                        "Bringing the tables up to date",
                        () -> cancelled.set(true),
                        job -> migrated(agreed, cancelled::get),
                        this::migrated);
    }

    private Notice migrated(boolean agreed, BooleanSupplier cancelled) {
        try {
            return tried(agreed, cancelled);
        } catch (CancellationException e) {
            LOG.info("The tables were not brought up to date: cancelled.", e);
            return Notice.information(String.valueOf(e.getMessage()));
        }
    }

    private Notice tried(boolean agreed, BooleanSupplier cancelled) {
        List<String> adopting = agreed ? List.of() : workspace.admin().adopting();
        // What is asked stays until it is answered or dismissed, as a problem does.
        return adopting.isEmpty()
                ? Notice.success(String.join(" ", workspace.admin().migrate(cancelled)))
                : Notice.problem(workspace.admin().location() + " has bars and no table of AlphaForge's yet. "
                                + String.join(" ", adopting) + " No bar is changed.")
                        .with(Action.of("Bring up to date", () -> migrate(true)));
    }

    private void migrated(Notice outcome) {
        migrating.set(false);
        desk.notices().tell(outcome);
        if (!closed) {
            desk.storeChanged().run();
            refresh();
        }
    }

    ReadOnlyBooleanProperty migratingNow() {
        return migrating.getReadOnlyProperty();
    }

    /** Looks again, in the background. */
    void refresh() {
        loading.start(() -> {
            Map<String, String> store = new LinkedHashMap<>();
            store.put("location", workspace.admin().location());
            workspace.admin().describe().forEach((name, value) -> store.put(name, grouped(value)));
            return new Facts(store, cache(workspace.cache().statistics()));
        });
    }

    /** Forgets every kept result; the next runs compute anew. */
    void clearCache() {
        clearing.start(() -> workspace.cache().clear());
    }

    private void cleared(ResultCache.Cleared cleared) {
        String forgotten = Formats.plural(cleared.rows(), "kept row") + " forgotten.";
        desk.notices()
                .tell(
                        cleared.problem().isEmpty()
                                ? Notice.success(forgotten)
                                : Notice.problem(forgotten + " " + cleared.problem()));
        refresh();
    }

    private static Map<String, String> cache(CacheStatistics now) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("kind", now.kind());
        facts.put("rows", Formats.count(now.entries()));
        facts.put("size", SizeText.of(now.bytes()));
        facts.put("hits", Formats.count(now.hits()));
        facts.put("misses", Formats.count(now.misses()));
        facts.put("hit rate", Formats.percent(100 * now.hitRate(), 1));
        return facts;
    }

    Map<String, String> application() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("version", EngineVersion.application());
        facts.put("engine", EngineVersion.current().substring(0, 16));
        facts.put("Java", Runtime.version().toString());
        facts.put("folder", workspace.home().toAbsolutePath().toString());
        facts.put("licence", "Apache 2.0");
        return facts;
    }

    private static String grouped(String value) {
        return value.matches("\\d{4,18}") ? Formats.count(Long.parseLong(value)) : value;
    }

    void close() {
        loading.cancel();
        clearing.cancel();
        closed = true;
    }

    ReadOnlyObjectProperty<Facts> facts() {
        return facts.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busy() {
        return clearing.busy();
    }

    /** Why the facts could not be read, in one sentence; empty when they could. */
    ReadOnlyStringProperty problem() {
        return loading.problem();
    }
}
