package io.alphaforge.store.mirror;

import java.time.Duration;
import java.util.Locale;

/** Says how old the mirror is. */
final class Ages {
    private Ages() {}

    /** The sentence that offers the mirror to a run that has lost its server. */
    static String offer(long whole, long now) {
        return whole == 0
                ? "Run again to go on with what the mirror on this machine holds, which was never brought up to date as a"
                        + " whole."
                : "Run again to go on with the mirror on this machine, which is " + text(now - whole) + " old.";
    }

    /** "5 min", "3 h", "12 days". */
    static String text(long millis) {
        Duration age = Duration.ofMillis(Math.max(0, millis));
        if (age.toHours() < 2) {
            return String.format(Locale.ROOT, "%,d min", age.toMinutes());
        }
        return age.toHours() < 48
                ? String.format(Locale.ROOT, "%,d h", age.toHours())
                : String.format(Locale.ROOT, "%,d days", age.toDays());
    }
}
