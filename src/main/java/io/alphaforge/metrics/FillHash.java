package io.alphaforge.metrics;

import io.alphaforge.engine.Fill;
import io.alphaforge.engine.Side;
import java.util.HexFormat;

/** A 64-bit hash of a sequence of fills: their time, side, and the bits of price and units. */
final class FillHash {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long hash;

    void filled(Fill fill) {
        add(fill.time());
        add(fill.side() == Side.BUY ? 1 : 2);
        add(Double.doubleToLongBits(fill.price()));
        add(Double.doubleToLongBits(fill.units()));
    }

    /** 16 hexadecimal digits. */
    String hex() {
        return HexFormat.of().toHexDigits(hash);
    }

    /** One step of SplitMix64 (Steele, Lea, Flood 2014) over what came before and the new word. */
    private void add(long word) {
        long z = (hash ^ word) + STEP;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        hash = z ^ (z >>> 31);
    }
}
