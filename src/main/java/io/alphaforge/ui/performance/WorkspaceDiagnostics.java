package io.alphaforge.ui.performance;

import io.alphaforge.run.CacheStatistics;
import io.alphaforge.run.ConnectionProfile;
import io.alphaforge.run.Connections;
import io.alphaforge.run.EngineVersion;
import io.alphaforge.run.Workspace;
import io.alphaforge.telemetry.Diagnostics;
import io.alphaforge.telemetry.StrictRedaction;
import io.alphaforge.telemetry.Watching;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.SizeText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts diagnostics of an open workspace together; reads files and may ask a server, so never on the JavaFX thread. */
final class WorkspaceDiagnostics {
    private static final Logger LOG = LoggerFactory.getLogger(WorkspaceDiagnostics.class);
    private static final int QUERIES = 10;

    private final Workspace workspace;
    private final Connections connections;

    WorkspaceDiagnostics(Workspace workspace, Connections connections) {
        this.workspace = workspace;
        this.connections = connections;
    }

    /** The text. What cannot be told is told as such: diagnostics are wanted most when something is broken. */
    String text(StrictRedaction redaction, long now) {
        Watching watching = workspace.watching();
        return new Diagnostics(redaction.hiding(names()).hiding(symbols()))
                .machine(EngineVersion.application())
                .facts("Database", told(() -> workspace.admin().describe()))
                .facts("Cache", told(this::cache))
                .facts("Connections", told(() -> connections(watching)))
                .runs(watching.runs().runs(), now)
                .slowQueries(told(() -> watching.slowQueries(QUERIES), List.of()))
                .log(workspace.home().resolve("logs"))
                .text();
    }

    private Map<String, String> cache() {
        Map<String, String> facts = new LinkedHashMap<>();
        for (CacheStatistics layer : workspace.cache().layers()) {
            facts.put(
                    layer.kind(),
                    Formats.plural(layer.entries(), "row") + ", " + SizeText.of(layer.bytes()) + ", "
                            + Formats.count(layer.hits()) + " hits, " + Formats.count(layer.misses()) + " misses");
        }
        return facts;
    }

    private static Map<String, String> connections(Watching watching) {
        Map<String, String> facts = new LinkedHashMap<>();
        watching.pool()
                .ifPresent(pool -> facts.put(
                        "pool",
                        pool.inUse() + " in use, " + pool.idle() + " idle, " + pool.waiting() + " waited for, at most "
                                + pool.most()));
        watching.server()
                .ifPresent(server -> facts.put(
                        "server",
                        server.connections() + " of " + server.mostConnections() + " connections, "
                                + SizeText.of(server.bytes()) + ", " + Formats.percent(100 * server.hitRate(), 1)
                                + " from memory"));
        return facts;
    }

    /** What the user works with is nobody's business. */
    private List<String> symbols() {
        return told(
                () -> workspace.bars().series().stream()
                        .map(series -> series.instrument().symbol())
                        .distinct()
                        .toList(),
                List.of());
    }

    /** Users and hosts that this computer knows, and the hosts it works with. */
    private List<String> names() {
        return told(
                () -> {
                    List<String> names = new ArrayList<>();
                    if (workspace.watching().pool().isPresent()) {
                        names.add(hosts(workspace.admin().location()));
                    }
                    for (ConnectionProfile profile : connections.profiles()) {
                        names.add(profile.server().user());
                        names.add(profile.server().hosts());
                        names.add(profile.server().replicas());
                    }
                    return names;
                },
                List.of());
    }

    /** "db1:5433,db2" out of "db1:5433,db2/prices". */
    private static String hosts(String location) {
        int end = location.indexOf('/');
        return end < 0 ? location : location.substring(0, end);
    }

    private static Map<String, String> told(Supplier<Map<String, String>> facts) {
        return told(facts, Map.of("problem", "it could not be asked, see the log"));
    }

    private static <T> T told(Supplier<T> asked, T otherwise) {
        try {
            return asked.get();
        } catch (RuntimeException e) {
            LOG.warn("A part of the diagnostics is missing.", e);
            return otherwise;
        }
    }
}
