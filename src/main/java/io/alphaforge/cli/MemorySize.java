package io.alphaforge.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an amount of memory as people write it: 16GB, 512 MB. */
final class MemorySize {
    private static final Pattern PATTERN = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,3})?)\\s*(MB|GB|TB|M|G|T)");

    private MemorySize() {}

    /** Bytes. */
    static long parse(String text) {
        Matcher size = PATTERN.matcher(text.strip().toUpperCase(Locale.ROOT));
        if (!size.matches()) {
            throw new IllegalArgumentException("--memory must be an amount like 16GB or 512MB, not '" + text + "'.");
        }
        int shift = switch (size.group(2).charAt(0)) {
            case 'M' -> 20;
            case 'G' -> 30;
            default -> 40;
        };
        return Math.round(Double.parseDouble(size.group(1)) * (1L << shift));
    }
}
