package io.alphaforge.ui.performance;

import io.alphaforge.telemetry.Measure;
import io.alphaforge.ui.kit.Formats;
import java.time.Duration;

/** Figures of runs in words with about three digits. */
final class TookText {
    private TookText() {}

    /** "0 ms", "0.42 ms", "12.3 ms", "123 ms", "1.23 s", "12.3 s", "3 min 05 s"; "–" where there is none. */
    static String millis(double millis) {
        if (!Double.isFinite(millis)) {
            return Formats.UNDEFINED;
        }
        if (millis < 999.5) {
            return Formats.number(millis, millis == 0 ? 0 : millis < 0.995 ? 2 : millis < 99.95 ? 1 : 0) + " ms";
        }
        double seconds = millis / 1000;
        return seconds < 59.95
                ? Formats.number(seconds, seconds < 9.995 ? 2 : 1) + " s"
                : Formats.duration(Duration.ofMillis((long) millis));
    }

    /** A figure of a measure with its unit. */
    static String of(Measure measure, double figure) {
        return switch (measure) {
            case DURATION, FIRST_RESULT -> millis(figure);
            case COINS_PER_SECOND -> Formats.number(figure, figure < 99.95 ? 1 : 0);
            case CACHE_HITS -> Formats.percent(figure, 1);
        };
    }
}
