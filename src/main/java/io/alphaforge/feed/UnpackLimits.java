package io.alphaforge.feed;

/**
 * How much an archive may unpack to, so that a small file cannot fill memory or time without end.
 *
 * @param bytes at most this many
 * @param ratio at most this many times the size of the packed file
 */
record UnpackLimits(long bytes, int ratio) {
    /** 2 GiB, and 100 times: market data as text packs to between a half and a tenth. */
    static final UnpackLimits DEFAULT = new UnpackLimits(2L << 30, 100);

    long allowed(long packed) {
        return Math.min(bytes, packed * ratio);
    }

    String refusal(long packed) {
        return packed * ratio < bytes
                ? "unpacks to more than " + ratio + " times its size, which market data never does; it was not imported"
                : "unpacks to more than " + (bytes >> 20) + " MB; unpack it and import smaller files";
    }
}
