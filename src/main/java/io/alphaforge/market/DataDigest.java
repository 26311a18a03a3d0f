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
        long a = SEED_LOW;
        long b = SEED_HIGH;
        long[] words = {time, bits(open), bits(high), bits(low), bits(close), bits(volume)};
        for (long word : words) {
            a = mix(a ^ word) + SEED_HIGH;
            b = mix(b + word * SEED_LOW) ^ SEED_LOW;
        }
        return new DataDigest(mix(b), mix(a));
    }

    /** The digest of all bars of a series, which must have every column. */
    public static DataDigest of(Bars bars) {
        Column open = bars.open();
        Column high = bars.high();
        Column low = bars.low();
        Column close = bars.close();
        Column volume = bars.volume();
        DataDigest sum = EMPTY;
        for (int i = 0; i < bars.size(); i++) {
            sum = sum.plus(ofBar(bars.time(i), open.get(i), high.get(i), low.get(i), close.get(i), volume.get(i)));
        }
        return sum;
    }

    public DataDigest plus(DataDigest other) {
        long sum = low + other.low;
        long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
        return new DataDigest(high + other.high + carry, sum);
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
