package io.alphaforge.feed;

/**
 * Randomness without a state: every value is a hash of a key and a counter, so any moment of a series can be drawn
 * without those before it, and is drawn the same every time.
 */
record DemoNoise(long key) {
    private static final long STEP = 0x9E3779B97F4A7C15L;
    private static final double PER_UNIT = 0x1.0p-53;
    /** The standard deviation of a sum of four uniform numbers is 1/√3. */
    private static final double SCALE = Math.sqrt(3) / 65_536;

    /** Noise that has nothing to do with this one. */
    DemoNoise named(long name) {
        return new DemoNoise(mix(key + mix(name + STEP)));
    }

    /** 64 random bits. */
    long bits(long counter) {
        return mix(key + counter * STEP);
    }

    /** Uniform from 0 (inclusive) to 1 (exclusive). */
    double uniform(long counter) {
        return (bits(counter) >>> 11) * PER_UNIT;
    }

    /** Nearly normal with mean 0 and standard deviation 1, within ±3.5. */
    double normal(long counter) {
        long bits = bits(counter);
        long sum = (bits & 0xffff) + (bits >>> 16 & 0xffff) + (bits >>> 32 & 0xffff) + (bits >>> 48);
        return (sum - 131_070) * SCALE;
    }

    /** A smooth curve through one normal value every {@code period}. */
    double smooth(long position, int period) {
        long from = Math.floorDiv(position, period);
        double part = (double) Math.floorMod(position, period) / period;
        double weight = part * part * (3 - 2 * part);
        return normal(from) * (1 - weight) + normal(from + 1) * weight;
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014, variant 13 of Stafford). */
    private static long mix(long z) {
        long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return x ^ (x >>> 31);
    }
}
