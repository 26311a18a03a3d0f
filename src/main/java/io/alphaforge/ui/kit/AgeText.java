package io.alphaforge.ui.kit;

import java.util.concurrent.TimeUnit;

/** How old something is, in the one unit that says enough: "3 min", "5 h", "12 days". */
public final class AgeText {
    private static final String NOW = "now";

    private AgeText() {}

    /** An age as a statement: "5 h old", "now". */
    public static String old(long age) {
        String text = of(age);
        return text.equals(NOW) ? text : text + " old";
    }

    /** An age in milliseconds; below a minute, or in the future, it is "now". */
    public static String of(long age) {
        long minutes = TimeUnit.MILLISECONDS.toMinutes(age);
        if (minutes < 1) {
            return NOW;
        }
        if (minutes < 120) {
            return minutes + " min";
        }
        long hours = minutes / 60;
        return hours < 48 ? hours + " h" : Formats.count(hours / 24) + " days";
    }
}
