package io.alphaforge.telemetry;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Slow queries of the database files of this computer, in a file of the home folder: the newest 250 or more. */
public final class SlowQueryFile implements SlowQueries.Sink, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SlowQueryFile.class);

    private final WriteBehindLines lines;

    private SlowQueryFile(LineFile file) {
        lines = new WriteBehindLines(file);
    }

    /** The file of a home folder; it is neither created nor read before that is asked for. */
    public static SlowQueryFile under(Path home) {
        return new SlowQueryFile(new LineFile(RunFile.folder(home).resolve("slow-queries.jsonl")));
    }

    @Override
    public void accept(SlowQuery slow) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("time", slow.time());
        members.put("duration_ms", slow.millis());
        members.put("caller", slow.caller());
        members.put("query", slow.query());
        lines.add(FlatJson.write(members));
    }

    /** The newest ones, newest first. */
    public List<SlowQuery> newest(int limit) {
        List<String> all = lines.lines();
        List<SlowQuery> newest = new ArrayList<>();
        for (int i = all.size() - 1; i >= 0 && newest.size() < limit; i--) {
            try {
                FlatJson.Members from = FlatJson.read(all.get(i));
                newest.add(new SlowQuery(
                        from.whole("time"), from.text("caller"), from.text("query"), from.real("duration_ms")));
            } catch (IOException e) {
                LOG.debug("A line is left out: {}", all.get(i), e);
            }
        }
        return newest;
    }

    @Override
    public void close() {
        lines.close();
    }
}
