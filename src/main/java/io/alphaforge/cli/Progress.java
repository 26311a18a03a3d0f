package io.alphaforge.cli;

import java.time.Duration;

/**
 * One line of progress on standard error, rewritten in place on a screen and otherwise written at every tenth of the
 * way.
 */
final class Progress {
    private static final long REDRAW_NANOS = Duration.ofMillis(80).toNanos();

    private final Terminal terminal;
    private final boolean quiet;
    private final String what;
    private final long startNanos = System.nanoTime();
    private long lastNanos;
    private int tenth;
    private int width;

    Progress(Terminal terminal, boolean quiet, String what) {
        this.terminal = terminal;
        this.quiet = quiet;
        this.what = what;
    }

    /** Tells how far the work is; {@code now} names what was just done. */
    void update(long done, long total, String now) {
        if (quiet || total <= 0) {
            return;
        }
        if (terminal.live()) {
            long nanos = System.nanoTime();
            if (nanos - lastNanos >= REDRAW_NANOS || done == total) {
                lastNanos = nanos;
                redraw(line(done, total) + "  " + now);
            }
        } else if (done * 10 / total > tenth) {
            tenth = (int) (done * 10 / total);
            terminal.note(line(done, total));
        }
    }

    /** Ends the progress line. */
    void end() {
        if (!quiet && terminal.live() && width > 0) {
            redraw("");
            terminal.err().print('\r');
            terminal.err().flush();
        }
    }

    private String line(long done, long total) {
        double seconds = (System.nanoTime() - startNanos) / 1e9;
        double rate = done / Math.max(seconds, 1e-9);
        String left = done == 0 || done == total ? "" : "  " + Formats.seconds((total - done) / rate) + " left";
        return Formats.text("%s %,d/%,d (%d %%)  %,.0f/s%s", what, done, total, done * 100 / total, rate, left);
    }

    private void redraw(String text) {
        String cut = text.length() > 110 ? text.substring(0, 110) : text;
        terminal.err().print('\r' + cut + " ".repeat(Math.max(0, width - cut.length())));
        terminal.err().flush();
        width = cut.length();
    }
}
