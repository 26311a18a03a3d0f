package io.alphaforge.feed;

import io.alphaforge.market.Interval;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far apart the bars of a file are.
 *
 * @param most the most common spacing, milliseconds; 0 for fewer than two bars
 * @param share the share of spacings that are the most common one
 * @param common the greatest common divisor of all spacings
 * @param spacings how many there are
 * @param monthly most spacings are as long as a month; of fewer than three that says little
 */
record Spacing(long most, double share, long common, int spacings, boolean monthly) {
    private static final long DAY = 86_400_000L;
    private static final int FEW = 3;

    /** @param times ascending; equal times count once */
    static Spacing of(long[] times, int size) {
        Map<Long, long[]> counts = new HashMap<>();
        long common = 0;
        int spacings = 0;
        int months = 0;
        long last = -1;
        long[] count = {0};
        for (int i = 1; i < size; i++) {
            long step = times[i] - times[i - 1];
            if (step == 0) {
                continue;
            }
            if (step != last) {
                count = counts.computeIfAbsent(step, key -> new long[1]);
                common = gcd(common, step);
                last = step;
            }
            count[0]++;
            spacings++;
            months += step >= 28 * DAY && step <= 31 * DAY ? 1 : 0;
        }
        long most = 0;
        long best = 0;
        for (var entry : counts.entrySet()) {
            long n = entry.getValue()[0];
            if (n > best || (n == best && entry.getKey() < most)) {
                most = entry.getKey();
                best = n;
            }
        }
        return new Spacing(most, (double) best / Math.max(1, spacings), common, spacings, months * 2 > spacings);
    }

    /**
     * The interval of bars with this spacing. The most common spacing counts if it is that of most bars or divides all
     * others. Where illiquid markets leave most bars out, or there are hardly any, the file's name may tell.
     *
     * @param named what the name says
     */
    Optional<Interval> interval(@Nullable Interval named) {
        if (spacings == 0) {
            return Optional.ofNullable(named);
        }
        boolean nameFits = named != null && named != Interval.MONTH && common % named.millis() == 0;
        if (nameFits && (spacings < FEW || (share < 0.5 && !monthly))) {
            return Optional.ofNullable(named);
        }
        if (monthly) {
            return Optional.of(Interval.MONTH);
        }
        Optional<Interval> spaced = Interval.ofMillis(most);
        return spaced.isPresent() && (share >= 0.5 || common == most) ? spaced : Optional.empty();
    }

    /** Whether bars of this interval can be spaced like this. */
    boolean allows(Interval interval) {
        return spacings == 0
                || (interval == Interval.MONTH
                        ? monthly
                        : (!monthly || spacings < FEW) && most % interval.millis() == 0);
    }

    /** The most common spacing for people. */
    String text() {
        return Arrays.stream(Interval.values())
                .filter(i -> i != Interval.MONTH && i.millis() == most)
                .findFirst()
                .map(Interval::code)
                .orElseGet(() -> most % 3_600_000 == 0
                        ? most / 3_600_000 + "h"
                        : most % 60_000 == 0 ? most / 60_000 + "m" : most / 1000.0 + "s");
    }

    private static long gcd(long a, long b) {
        long x = a;
        long y = b;
        while (y != 0) {
            long rest = x % y;
            x = y;
            y = rest;
        }
        return x;
    }
}
