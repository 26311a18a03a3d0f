package io.alphaforge.metrics;

import io.alphaforge.engine.Fill;
import io.alphaforge.engine.Side;
import java.util.HexFormat;

/** A 64-bit hash of a sequence of fills: their time, side, and the bits of price and units. */
final class FillHash {
    private static final long STEP = 0x9E3779B97F4A7C15L;
    private static final long CHAIN = 0xD1342543DE82EF95L;

    private long hash;

    void filled(Fill fill) {
        long when = 2 * fill.time() + (fill.side() == Side.BUY ? 0 : 1);
        long price = mix(Double.doubleToLongBits(fill.price()) + STEP);
        long units = mix(Double.doubleToLongBits(fill.units()) - STEP);
        // Only this line waits for the fill before.
        hash = (hash ^ mix(when ^ price ^ Long.rotateLeft(units, 32))) * CHAIN + STEP;
    }

    /** 16 hexadecimal digits. */
    String hex() {
        return HexFormat.of().toHexDigits(mix(hash));
    }

    /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
    private static long mix(long word) {
        long z = (word ^ (word >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
