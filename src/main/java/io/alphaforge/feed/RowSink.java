package io.alphaforge.feed;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Takes the fields of one row after the other as text and keeps those rows whose fields are numbers. */
final class RowSink {
    /** How many different symbols are remembered to be named in a message. */
    static final int SYMBOLS_NAMED = 4;

    private static final String NO_VOLUME = "the volume is missing";
    private static final char[] NO_SYMBOL = {};

    private final RawRows rows;
    private final Rejections rejections;
    private boolean expectsVolume;
    private final TimeText times = new TimeText();

    private char[] symbol = NO_SYMBOL;
    private final SortedSet<String> symbols = new TreeSet<>();

    private int line;
    private long candle;
    private long time;
    private long clock;
    private double open;
    private double high;
    private double low;
    private double close;
    private double volume;
    private double quoteVolume;
    private @Nullable String problem;

    RowSink(RawRows rows, Rejections rejections) {
        this.rows = rows;
        this.rejections = rejections;
    }

    /**
     * Says what fields rows have, before the first of them begins. Without a volume of either asset it counts as 0.
     *
     * @param roles of the columns
     */
    void expect(Collection<Role> roles) {
        expectsVolume = roles.contains(Role.VOLUME) || roles.contains(Role.QUOTE_VOLUME);
        if (roles.contains(Role.QUOTE_VOLUME)) {
            rows.keepQuoteVolume();
        }
    }

    /**
     * Says, after rows without, that rows have a volume. Those before lack it, as a row of separated columns would, and the
     * one at hand does unless it follows.
     */
    void expectVolume(Role role) {
        expectsVolume = true;
        volume = Double.NaN;
        if (role == Role.QUOTE_VOLUME) {
            rows.keepQuoteVolume();
        }
        for (int i = 0; i < rows.size; i++) {
            rejections.add(rows.line[i], NO_VOLUME);
        }
        rows.size = 0;
    }

    void begin(long rowLine) {
        begin(rowLine, 0);
    }

    /** @param number what number the row has, where its line alone would not tell; 0 if it does */
    void begin(long rowLine, long number) {
        line = (int) rowLine;
        candle = number;
        time = TimeText.NONE;
        clock = 0;
        open = Double.NaN;
        high = Double.NaN;
        low = Double.NaN;
        close = Double.NaN;
        volume = expectsVolume ? Double.NaN : 0;
        quoteVolume = Double.NaN;
        problem = null;
    }

    void field(Role role, char[] text, int offset, int length) {
        switch (role) {
            case TIME -> {
                time = times.parse(text, offset, length);
                if (time == TimeText.NONE) {
                    complain("the time is " + quoted(text, offset, length));
                }
            }
            case CLOCK -> {
                clock = TimeText.clock(text, offset, length);
                if (clock == TimeText.NONE) {
                    complain("the time of day is " + quoted(text, offset, length));
                }
            }
            case OPEN -> open = number(role, text, offset, length);
            case HIGH -> high = number(role, text, offset, length);
            case LOW -> low = number(role, text, offset, length);
            case CLOSE -> close = number(role, text, offset, length);
            case VOLUME -> volume = number(role, text, offset, length);
            case QUOTE_VOLUME -> quoteVolume = NumberText.parse(text, offset, length);
            case SYMBOL -> symbol(text, offset, length);
            case IGNORED -> {
                // Nothing of it is used.
            }
        }
    }

    /** Leaves the row out. */
    void reject(String reason) {
        rejections.add(line, candle == 0 ? reason : "candle " + candle + ": " + reason);
    }

    /** Ends the row, which is kept if every value is there. */
    void end() {
        if (problem == null && time == TimeText.NONE) {
            problem = "the time is missing";
        } else if (problem == null && Double.isNaN(open + high + low + close)) {
            problem = "a price is missing";
        } else if (problem == null && Double.isNaN(volume) && Double.isNaN(quoteVolume)) {
            problem = NO_VOLUME;
        }
        if (problem == null) {
            rows.add(time + clock, open, high, low, close, volume, quoteVolume, line);
        } else {
            reject(problem);
        }
    }

    /** Rows kept and rows left out. */
    long seen() {
        return rows.size + rejections.count();
    }

    /** What the symbol column says, in upper case; empty when there is none. */
    SortedSet<String> symbols() {
        return symbols;
    }

    private double number(Role role, char[] text, int offset, int length) {
        double value = NumberText.parse(text, offset, length);
        if (Double.isNaN(value)) {
            complain("the " + role.name().toLowerCase(Locale.ROOT) + " is " + quoted(text, offset, length));
        }
        return value;
    }

    private void symbol(char[] text, int offset, int length) {
        if (length == 0 || Arrays.equals(symbol, 0, symbol.length, text, offset, offset + length)) {
            return;
        }
        symbol = Arrays.copyOfRange(text, offset, offset + length);
        if (symbols.size() < SYMBOLS_NAMED) {
            symbols.add(String.valueOf(symbol).strip().toUpperCase(Locale.ROOT));
        }
    }

    private void complain(String what) {
        if (problem == null) {
            problem = what;
        }
    }

    private static String quoted(char[] text, int offset, int length) {
        return length == 0 ? "empty" : Rejections.quoted(new String(text, offset, length));
    }
}
