package io.alphaforge.feed;

import ch.randelshofer.fastdoubleparser.JavaDoubleParser;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * Reads the time labels that exchanges write: epochs whose unit (s, ms, µs, ns) is told from their magnitude, ISO dates
 * and times with or without a zone (UTC then), {@code YYYYMMDD HH:MM}, {@code YYYY-MM-DD hh-PM}.
 *
 * <p>Not safe for use by several threads.
 */
final class TimeText {
    /** What {@link #parse} returns for a text that is no time. */
    static final long NONE = Long.MIN_VALUE;

    private static final long DAY = 86_400_000L;
    /** 1973 in seconds: a smaller number is a counter or an index, not an epoch. */
    private static final long SMALLEST_EPOCH = 100_000_000L;

    private static final long SECONDS_BELOW = 100_000_000_000L;
    private static final long MILLIS_BELOW = 100_000_000_000_000L;
    private static final long MICROS_BELOW = 100_000_000_000_000_000L;

    private char[] text = {};
    private int at;
    private int end;
    private int lastDate;
    private long lastDay = NONE;

    static long parse(String text) {
        return new TimeText().parse(text.toCharArray(), 0, text.length());
    }

    /** Milliseconds since midnight of a time of day such as {@code 13:30} or {@code 13:30:00}, or {@link #NONE}. */
    static long clock(char[] chars, int offset, int length) {
        var reader = new TimeText();
        // Any day will do.
        String text = "1970-01-01 " + new String(chars, offset, length).strip();
        return length == 0 ? NONE : reader.parse(text.toCharArray(), 0, text.length());
    }

    /** UTC epoch milliseconds, or {@link #NONE}. */
    long parse(char[] chars, int offset, int length) {
        text = chars;
        at = offset;
        end = offset + length;
        while (at < end && text[at] <= ' ') {
            at++;
        }
        while (end > at && text[end - 1] <= ' ') {
            end--;
        }
        int digits = digitsAhead();
        if (digits == end - at) {
            return digits == 8 || digits == 14 ? compact(digits) : digits > 19 ? NONE : epoch(number(digits), 0);
        }
        return switch (digits) {
            case 1 -> scientific();
            case 4 -> calendar(text[at + 4]);
            case 8 -> compact(8);
            default -> digits >= 9 && digits <= 18 && text[at + digits] == '.' ? decimal(digits) : NONE;
        };
    }

    private static long epoch(long value, long millisOfSecond) {
        if (value < SMALLEST_EPOCH) {
            return NONE;
        }
        if (value < SECONDS_BELOW) {
            return value * 1000 + millisOfSecond;
        }
        return value < MILLIS_BELOW ? value : value < MICROS_BELOW ? value / 1000 : value / 1_000_000;
    }

    /** {@code 1503014400.0}, as tables that passed through floating point have it. */
    private long decimal(int digits) {
        long whole = number(digits);
        at++;
        int fraction = digitsAhead();
        if (at + fraction != end) {
            return NONE;
        }
        long millis = 0;
        for (int i = 0; i < 3; i++) {
            millis = millis * 10 + (i < fraction ? text[at + i] - '0' : 0);
        }
        return epoch(whole, millis);
    }

    /** {@code 1.5030144E9}, the same written by other programs. */
    private long scientific() {
        try {
            double value = JavaDoubleParser.parseDouble(text, at, end - at);
            return value < 9e18 ? epoch(Math.round(value), 0) : NONE;
        } catch (NumberFormatException e) {
            return NONE;
        }
    }

    /** {@code 20141201}, {@code 20141201 13:30}, {@code 20141201133000}. */
    private long compact(int digits) {
        int year = (int) number(4);
        int month = (int) number(2);
        long day = day(year, month, (int) number(2));
        if (day == NONE) {
            return NONE;
        }
        if (digits == 14) {
            return time(day, number(2), number(2), number(2), 0);
        }
        return at == end ? day : clock(day);
    }

    private long calendar(char separator) {
        if (separator != '-' && separator != '/' && separator != '.') {
            return NONE;
        }
        int year = (int) number(4);
        at++;
        int month = shortNumber();
        if (month < 0 || at >= end || text[at++] != separator) {
            return NONE;
        }
        long day = day(year, month, shortNumber());
        if (day == NONE || at == end) {
            return day;
        }
        return clock(day);
    }

    /** What follows the date: a space or T, then hours, and what is left of minutes, seconds, fraction and zone. */
    private long clock(long day) {
        if (text[at] != ' ' && text[at] != 'T') {
            return NONE;
        }
        at++;
        long hour = shortNumber();
        long minute = 0;
        long second = 0;
        long millis = 0;
        if (hour < 0) {
            return NONE;
        }
        if (has(':')) {
            minute = shortNumber();
            if (has(':')) {
                second = shortNumber();
                if (has('.') || has(',')) {
                    int digits = digitsAhead();
                    for (int i = 0; i < 3; i++) {
                        millis = millis * 10 + (i < digits ? text[at + i] - '0' : 0);
                    }
                    at += digits;
                }
            }
        }
        if (minute < 0 || second < 0) {
            return NONE;
        }
        int half = halfOfDay();
        if (half >= 0) {
            if (hour < 1 || hour > 12) {
                return NONE;
            }
            hour = hour % 12 + half;
        }
        long offset = zone();
        long local = time(day, hour, minute, second, millis);
        return offset == NONE || local == NONE || at != end ? NONE : local - offset;
    }

    /** 0 for AM, 12 for PM, −1 when neither follows. */
    private int halfOfDay() {
        int from = at < end && (text[at] == '-' || text[at] == ' ') ? at + 1 : at;
        if (from + 2 > end || (text[from + 1] | 0x20) != 'm') {
            return -1;
        }
        int letter = text[from] | 0x20;
        if (letter != 'a' && letter != 'p') {
            return -1;
        }
        at = from + 2;
        return letter == 'p' ? 12 : 0;
    }

    /** Milliseconds east of UTC. */
    private long zone() {
        has(' ');
        if (at == end) {
            return 0;
        }
        char sign = text[at++];
        if (sign == 'Z' && at == end) {
            return 0;
        }
        if (sign == 'U' && end - at == 2 && text[at] == 'T' && text[at + 1] == 'C') {
            at = end;
            return 0;
        }
        if ((sign != '+' && sign != '-') || digitsAhead() < 2) {
            return NONE;
        }
        long minutes = number(2) * 60;
        has(':');
        if (at < end) {
            int more = shortNumber();
            if (more < 0 || more > 59) {
                return NONE;
            }
            minutes += more;
        }
        return (sign == '-' ? -minutes : minutes) * 60_000;
    }

    private static long time(long day, long hour, long minute, long second, long millis) {
        if (hour > 23 || minute > 59 || second > 59) {
            return NONE;
        }
        return day + ((hour * 60 + minute) * 60 + second) * 1000 + millis;
    }

    private long day(int year, int month, int day) {
        int date = (year * 100 + month) * 100 + day;
        if (date == lastDate && lastDay != NONE) {
            return lastDay;
        }
        if (year < 1900 || year > 2999) {
            return NONE;
        }
        try {
            lastDay = LocalDate.of(year, month, day).toEpochDay() * DAY;
            lastDate = date;
            return lastDay;
        } catch (DateTimeException e) {
            return NONE;
        }
    }

    private boolean has(char wanted) {
        if (at < end && text[at] == wanted) {
            at++;
            return true;
        }
        return false;
    }

    private int digitsAhead() {
        int i = at;
        while (i < end && text[i] >= '0' && text[i] <= '9') {
            i++;
        }
        return i - at;
    }

    /** One or two digits, or −1. */
    private int shortNumber() {
        int digits = Math.min(2, digitsAhead());
        return digits == 0 ? -1 : (int) number(digits);
    }

    private long number(int digits) {
        long value = 0;
        for (int i = 0; i < digits; i++) {
            value = value * 10 + text[at++] - '0';
        }
        return value;
    }
}
