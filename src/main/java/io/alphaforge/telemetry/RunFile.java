package io.alphaforge.telemetry;

import io.alphaforge.telemetry.RunTimes.Amount;
import io.alphaforge.telemetry.RunTimes.Took;
import io.alphaforge.telemetry.RunTimes.Work;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What runs took, in a file of the home folder that every process of the user appends to: the newest 2,000 or more, whatever
 * database they read. It does not matter whether a database is open, or in whose hands it is.
 */
public final class RunFile implements RunLog, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunFile.class);
    private static final String FOLDER = "performance";
    private static final int MOST_OF_SESSION = 1000;
    private static final String SHOWN = "shown_ms";

    private final WriteBehindLines lines;
    /** Of this process, on disk or not yet; each as it will be read. Its monitor is never held while the disk is waited for. */
    private final Map<String, RunTimes> session = new LinkedHashMap<>();
    /** What was shown of runs that are not recorded yet, under the same monitor. */
    private final Map<String, Double> early = new LinkedHashMap<>();

    private long readAt = -1;
    private Map<String, RunTimes> read = Map.of();

    private RunFile(LineFile file) {
        lines = new WriteBehindLines(file);
    }

    /** The file of a home folder; it is neither created nor read before that is asked for. */
    public static RunFile under(Path home) {
        return new RunFile(new LineFile(folder(home).resolve("runs.jsonl")));
    }

    /** A file that is halved when it becomes longer than this. */
    static RunFile under(Path home, int longestBytes) {
        return new RunFile(new LineFile(folder(home).resolve("runs.jsonl"), longestBytes));
    }

    static Path folder(Path home) {
        return home.resolve(FOLDER);
    }

    @Override
    public void record(RunTimes run) {
        synchronized (session) {
            Double shown = early.remove(run.runId());
            session.put(run.runId(), shown == null ? run : run.shown(shown));
            trim(session);
        }
        lines.add(line(run));
    }

    @Override
    public void shown(String runId, double millis) {
        synchronized (session) {
            if (session.computeIfPresent(runId, (id, run) -> run.shown(millis)) == null) {
                early.merge(runId, millis, Double::sum);
                trim(early);
            }
        }
        lines.add(line(runId, millis));
    }

    private static void trim(Map<String, ?> oldestFirst) {
        if (oldestFirst.size() > MOST_OF_SESSION) {
            oldestFirst.remove(oldestFirst.keySet().iterator().next());
        }
    }

    @Override
    public synchronized List<RunTimes> runs() {
        long stamp = lines.stamp();
        if (stamp != readAt) {
            read = parse(lines.lines());
            readAt = stamp;
        }
        Map<String, RunTimes> all = new LinkedHashMap<>(read);
        synchronized (session) {
            all.putAll(session);
        }
        List<RunTimes> runs = new ArrayList<>(all.values());
        runs.sort(Comparator.comparingLong(RunTimes::startedAt).reversed());
        return runs;
    }

    private static Map<String, RunTimes> parse(List<String> lines) {
        Map<String, RunTimes> runs = new LinkedHashMap<>();
        Map<String, Double> shownFirst = new LinkedHashMap<>();
        for (String line : lines) {
            try {
                FlatJson.Members members = FlatJson.read(line);
                String runId = members.text("run");
                if (members.has(SHOWN)) {
                    if (runs.computeIfPresent(runId, (id, run) -> run.shown(members.real(SHOWN))) == null) {
                        shownFirst.merge(runId, members.real(SHOWN), Double::sum);
                    }
                } else if (members.has("started")) {
                    runs.put(runId, run(members).shown(shownFirst.getOrDefault(runId, 0.0)));
                }
            } catch (IOException e) {
                LOG.debug("A line is left out: {}", line, e);
            }
        }
        return runs;
    }

    static String line(String runId, double shownMillis) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("run", runId);
        members.put(SHOWN, shownMillis);
        return FlatJson.write(members);
    }

    static String line(RunTimes run) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("run", run.runId());
        members.put("started", run.startedAt());
        members.put("status", run.status());
        members.put("strategy", run.work().strategy());
        members.put("interval", run.work().interval());
        members.put("universe", run.work().universe());
        members.put("total", run.amount().total());
        members.put("completed", run.amount().completed());
        members.put("cached", run.amount().cached());
        members.put("asked", run.amount().asked());
        members.put("failed", run.amount().failed());
        members.put("bars", run.amount().bars());
        members.put("duration_ms", run.took().millis());
        members.put("first_result_ms", run.took().firstResultMs());
        members.put("paused_ms", run.took().pausedMs());
        Arrays.stream(Phase.values())
                .forEach(phase -> members.put(phase.field(), run.phases().of(phase)));
        return FlatJson.write(members);
    }

    private static RunTimes run(FlatJson.Members from) {
        return new RunTimes(
                from.text("run"),
                from.whole("started"),
                from.text("status"),
                new Work(from.text("strategy"), from.text("interval"), from.text("universe")),
                new Amount(
                        (int) from.whole("total"),
                        (int) from.whole("completed"),
                        (int) from.whole("cached"),
                        (int) from.whole("asked"),
                        (int) from.whole("failed"),
                        from.whole("bars")),
                new Took(from.real("duration_ms"), from.real("first_result_ms"), from.real("paused_ms")),
                new PhaseTimes(
                        from.real(Phase.PLAN.field()),
                        from.real(Phase.READ.field()),
                        from.real(Phase.COMPUTE.field()),
                        from.real(Phase.CACHE.field()),
                        from.real(Phase.SCREEN.field())));
    }

    /** Waits a moment until everything is on disk. */
    @Override
    public void close() {
        lines.close();
    }
}
