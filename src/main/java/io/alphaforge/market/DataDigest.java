package io.alphaforge.market;

/**
 * A digest of a whole series: the sum modulo 2<sup>128</sup> of one hash per bar.
 *
 * <p>Because it is a sum, appending bars updates it, replacing a bar subtracts the old hash and adds the new one, and
 * the order of writing does not matter. Two series have the same digest when they hold the same bars.
 *
 * @param high the upper 64 bits
 * @param low the lower 64 bits
 */
public record DataDigest(long high, long low) {
    public static final DataDigest EMPTY = new DataDigest(0, 0);

    private static final long SEED_LOW = 0x9E3779B97F4A7C15L;
    private static final long SEED_HIGH = 0xC2B2AE3D27D4EB4FL;

    /** The digest of a series of just this bar. */
    public static DataDigest ofBar(long time, double open, double high, double low, double close, double volume) {
        return new DataDigest(high(time, open, high, low, close, volume), low(time, open, high, low, close, volume));
    }

    /** The digest of all bars of a series, which must have every column. */
    public static DataDigest of(Bars bars) {
        Column open = bars.open();
        Column high = bars.high();
        Column low = bars.low();
        Column close = bars.close();
        Column volume = bars.volume();
        long sumHigh = 0;
        long sumLow = 0;
        // Without an object for each of millions of bars.
        for (int i = 0; i < bars.size(); i++) {
            long time = bars.time(i);
            double o = open.get(i);
            double h = high.get(i);
            double l = low.get(i);
            double c = close.get(i);
            double v = volume.get(i);
            long sum = sumLow + low(time, o, h, l, c, v);
            sumHigh += high(time, o, h, l, c, v) + carry(sum, sumLow);
            sumLow = sum;
        }
        return new DataDigest(sumHigh, sumLow);
    }

    public DataDigest plus(DataDigest other) {
        long sum = low + other.low;
        return new DataDigest(high + other.high + carry(sum, low), sum);
    }

    public DataDigest minus(DataDigest other) {
        long borrow = Long.compareUnsigned(low, other.low) < 0 ? 1 : 0;
        return new DataDigest(high - other.high - borrow, low - other.low);
    }

    /** 32 hexadecimal digits. */
    public String hex() {
        return "%016x%016x".formatted(high, low);
    }

    /** Reads what {@link #hex} wrote. */
    public static DataDigest parse(String hex) {
        if (hex.length() != 32) {
            throw new IllegalArgumentException("A digest has 32 hexadecimal digits, not '" + hex + "'.");
        }
        return new DataDigest(Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, 32, 16));
    }

    @Override
    public String toString() {
        return hex();
    }

    private static long carry(long sum, long summand) {
        return Long.compareUnsigned(sum, summand) < 0 ? 1 : 0;
    }

    private static long high(long time, double open, double high, double low, double close, double volume) {
        long hash = stepHigh(SEED_HIGH, time);
        hash = stepHigh(hash, bits(open));
        hash = stepHigh(hash, bits(high));
        hash = stepHigh(hash, bits(low));
        hash = stepHigh(hash, bits(close));
        return mix(stepHigh(hash, bits(volume)));
    }

    private static long low(long time, double open, double high, double low, double close, double volume) {
        long hash = stepLow(SEED_LOW, time);
        hash = stepLow(hash, bits(open));
        hash = stepLow(hash, bits(high));
        hash = stepLow(hash, bits(low));
        hash = stepLow(hash, bits(close));
        return mix(stepLow(hash, bits(volume)));
    }

    private static long stepHigh(long hash, long word) {
        return mix(hash + word * SEED_LOW) ^ SEED_LOW;
    }

    private static long stepLow(long hash, long word) {
        return mix(hash ^ word) + SEED_HIGH;
    }

    private static long bits(double value) {
        // Adding 0.0 turns -0.0 into 0.0, which compares equal and must hash equal.
        return Double.doubleToRawLongBits(value + 0.0);
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014, variant 13 of Stafford): every input bit reaches every output bit. */
    private static long mix(long z) {
        long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return x ^ (x >>> 31);
    }
}
