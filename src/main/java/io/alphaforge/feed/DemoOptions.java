package io.alphaforge.feed;

import io.alphaforge.market.Interval;

/**
 * What universe of synthetic coins to make.
 *
 * @param symbols how many coins, 1 to 1,600
 * @param days how far back, 2 to 10,000
 * @param interval {@code 1d} or {@code 1h}; both tell the same story
 * @param seed another seed, another universe
 */
public record DemoOptions(int symbols, int days, Interval interval, long seed) {
    /** 260 coins with four years of daily bars. */
    public static final DemoOptions DEFAULT = new DemoOptions(260, 1_500, Interval.D1, 1);

    private static final int MOST_DAYS = 10_000;

    /** @throws IllegalArgumentException naming the allowed range */
    public DemoOptions {
        if (symbols < 1 || symbols > DemoCoin.MOST) {
            throw new IllegalArgumentException(
                    "The demo universe has 1 to " + DemoCoin.MOST + " symbols, not " + symbols + ".");
        }
        if (days < 2 || days > MOST_DAYS) {
            throw new IllegalArgumentException(
                    "The demo universe covers 2 to " + MOST_DAYS + " days, not " + days + ".");
        }
        if (interval != Interval.D1 && interval != Interval.H1) {
            throw new IllegalArgumentException("The demo universe comes in 1d and 1h, not in " + interval + ".");
        }
    }

    /** What the store remembers as the source. */
    String source() {
        return "demo, synthetic, seed " + seed;
    }
}
