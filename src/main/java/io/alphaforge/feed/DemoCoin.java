package io.alphaforge.feed;

import io.alphaforge.market.Instrument;

/**
 * The lasting traits of a synthetic coin.
 *
 * @param price around which its price moves
 * @param beta how much of the market's moves it makes
 * @param dailyTurnover in the quote asset, in usual times
 * @param listed the day of its first bar, days since 1970-01-01
 * @param delisted the day after its last bar; {@link Long#MAX_VALUE} for a coin that is still traded
 */
record DemoCoin(
        Instrument instrument,
        DemoNoise noise,
        double price,
        double beta,
        double dailyVolatility,
        double dailyTurnover,
        long listed,
        long delisted) {
    private static final String CONSONANTS = "BDKLMNRSTV";
    private static final String VOWELS = "AEIO";
    private static final int SYLLABLES = CONSONANTS.length() * VOWELS.length();

    /** How many different names there are. */
    static final int MOST = SYLLABLES * SYLLABLES;

    private static final String QUOTE = "USDT";
    private static final String SUFFIX = ".DEMO";

    /** 2018-01-01 to 2026-03-01. */
    private static final long FIRST_LISTING = 17_532;

    private static final long LAST_LISTING = 20_513;

    /** 2024-01-01 to 2026-09-01. */
    private static final long FIRST_DELISTING = 19_723;

    private static final long LAST_DELISTING = 20_697;

    private static final double DELISTED = 0.06;
    private static final int SHORTEST_LIFE = 200;
    /** A coin that would have fewer days than this in a window is taken for one with a whole history. */
    private static final int FEW_DAYS = 30;

    static DemoCoin of(DemoNoise universe, int index) {
        DemoNoise noise = universe.named(1_000 + index);
        DemoNoise traits = noise.named(1);
        long listed = FIRST_LISTING + (long) (traits.uniform(0) * (LAST_LISTING - FIRST_LISTING));
        long delisted = FIRST_DELISTING + (long) (traits.uniform(1) * (LAST_DELISTING - FIRST_DELISTING));
        boolean gone = traits.uniform(2) < DELISTED && delisted > listed + SHORTEST_LIFE;
        String name = name(universe, index);
        return new DemoCoin(
                new Instrument(name + QUOTE + SUFFIX, name, QUOTE),
                noise.named(2),
                StrictMath.pow(10, -6 + 11 * traits.uniform(3)),
                0.5 + traits.uniform(4),
                0.025 + 0.03 * traits.uniform(5),
                StrictMath.pow(10, 5 + 4 * traits.uniform(6)),
                listed,
                gone ? delisted : Long.MAX_VALUE);
    }

    /** The first day of this coin within a window of days. */
    long firstDay(long from, long to) {
        return listed > to - FEW_DAYS ? from : Math.max(from, listed);
    }

    /** The day after its last within a window of days. */
    long endDay(long from, long to) {
        return delisted < firstDay(from, to) + FEW_DAYS ? to : Math.min(to, delisted);
    }

    /** Two syllables; stepping through all of them with a step coprime to their number repeats none. */
    private static String name(DemoNoise universe, int index) {
        long step = 601 + 10 * (universe.named(1).bits(0) & 63);
        long number = Math.floorMod(universe.named(1).bits(1) + index * step, (long) MOST);
        return syllable((int) number / SYLLABLES) + syllable((int) number % SYLLABLES);
    }

    private static String syllable(int number) {
        return "" + CONSONANTS.charAt(number / VOWELS.length()) + VOWELS.charAt(number % VOWELS.length());
    }
}
