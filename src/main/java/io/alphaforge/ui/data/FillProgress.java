package io.alphaforge.ui.data;

import io.alphaforge.feed.ImportProgress;
import io.alphaforge.ui.kit.Formats;
import java.time.Duration;
import java.util.Locale;

/**
 * How far the filling of a database is.
 *
 * @param fraction 0 to 1
 * @param text in words: how much, how fast and how long still
 */
record FillProgress(double fraction, String text) {
    private static final String DOT = "  ·  ";
    /** Before this a rate says nothing. */
    private static final long SETTLED_MS = 400;

    /** @param elapsedMs since the beginning */
    static FillProgress of(ImportProgress now, long elapsedMs) {
        double fraction = now.bytes() == 0 ? 0 : (double) now.bytesDone() / now.bytes();
        StringBuilder words = new StringBuilder(Formats.count(now.filesDone()))
                .append(" / ")
                .append(Formats.plural(now.files(), "file"))
                .append(DOT)
                .append(Formats.plural(now.bars(), "bar"))
                .append(DOT)
                .append(bytes(now.bytesDone()))
                .append(" of ")
                .append(bytes(now.bytes()));
        if (elapsedMs >= SETTLED_MS && now.bytesDone() > 0) {
            words.append(DOT).append(bytes(now.bytesDone() * 1000 / elapsedMs)).append("/s");
            append(words, fraction, elapsedMs);
        }
        return new FillProgress(fraction, words.toString());
    }

    /** The making of demo coins. */
    static FillProgress of(int coins, int total, long bars, long elapsedMs) {
        double fraction = (double) coins / total;
        StringBuilder words = new StringBuilder(Formats.count(coins))
                .append(" / ")
                .append(Formats.plural(total, "coin"))
                .append(DOT)
                .append(Formats.plural(bars, "bar"));
        if (elapsedMs >= SETTLED_MS) {
            append(words, fraction, elapsedMs);
        }
        return new FillProgress(fraction, words.toString());
    }

    private static void append(StringBuilder words, double fraction, long elapsedMs) {
        if (fraction > 0 && fraction < 1) {
            words.append(DOT)
                    .append(Formats.duration(Duration.ofMillis((long) (elapsedMs / fraction * (1 - fraction)))))
                    .append(" left");
        }
    }

    /** A size for people: "640 B", "12.5 kB", "3.4 MB". */
    static String bytes(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        double value = bytes;
        String unit = "";
        for (String next : new String[] {"kB", "MB", "GB", "TB"}) {
            if (value >= 1000) {
                value /= 1000;
                unit = next;
            }
        }
        return String.format(Locale.ROOT, "%.1f %s", value, unit);
    }
}
