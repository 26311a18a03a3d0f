package io.alphaforge.store.timescale;

import io.alphaforge.telemetry.SlowQueries;
import java.lang.StackWalker.StackFrame;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of every statement that took longer than the threshold, and of what called it. Costs nothing worth naming else. */
final class QueryTimer {
    private static final Logger LOG = LoggerFactory.getLogger(QueryTimer.class);
    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    /** What a thread of its own is given to do is named after the method that gave it. */
    private static final Pattern LAMBDA = Pattern.compile("^lambda\\$(.+)\\$\\d+$");

    private final SlowQueries slow;
    private final SlowQueries.Sink sink;

    QueryTimer(SlowQueries slow, SlowQueries.Sink sink) {
        this.slow = slow;
        this.sink = sink;
    }

    /** A statement that began at this {@link System#nanoTime()} has ended, well or not. */
    void ended(long startNanos, String sql) {
        if (slow.isSlow(startNanos)) {
            try {
                slow.ended(startNanos, () -> caller(sql), () -> sql, sink);
            } catch (RuntimeException e) {
                // Watching must not break what is watched.
                LOG.warn("A slow query could not be kept.", e);
            }
        }
    }

    /** The same for what does not go through a statement of the connection, which COPY does not. */
    static void ended(Connection connection, long startNanos, String sql) throws SQLException {
        if (connection.isWrapperFor(QueryTimer.class)) {
            connection.unwrap(QueryTimer.class).ended(startNanos, sql);
        }
    }

    /** The method through which this package was entered, and the file of the statement. */
    private static String caller(String sql) {
        String entry = STACK.walk(frames -> frames.filter(
                        f -> f.getDeclaringClass().getPackageName().equals(QueryTimer.class.getPackageName()))
                .map(QueryTimer::name)
                .reduce("", (inner, outer) -> outer));
        return Statements.name(sql).map(file -> entry + " (" + file + ")").orElse(entry);
    }

    private static String name(StackFrame frame) {
        return frame.getDeclaringClass()
                        .getName()
                        .substring(QueryTimer.class.getPackageName().length() + 1)
                        .replaceAll("\\$\\d*", ".")
                        .replaceAll("\\.+$", "")
                + "." + LAMBDA.matcher(frame.getMethodName()).replaceFirst("$1");
    }
}
