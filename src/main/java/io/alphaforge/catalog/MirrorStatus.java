package io.alphaforge.catalog;

/**
 * How a mirror is.
 *
 * @param enabled false when it is switched off, so that everything is read from the server
 * @param offlineSince since when the server has not answered, UTC epoch milliseconds; 0 while it does
 * @param asOf when the whole mirror was last seen to be as the server is, UTC epoch milliseconds; 0 when it never was
 * @param current how much of it is as the server was when it was last asked
 * @param behind what the server had then and the mirror lacks or has otherwise
 * @param bytes about what its bars take before they are compressed
 * @param limit the most they may take
 * @param problem why it cannot be written, in one sentence; empty when it can
 */
public record MirrorStatus(
        boolean enabled,
        long offlineSince,
        long asOf,
        Amount current,
        Amount behind,
        long bytes,
        long limit,
        String problem) {

    /** Series and the bars in them. */
    public record Amount(int series, long bars) {
        public static final Amount NONE = new Amount(0, 0);
    }

    public boolean offline() {
        return offlineSince != 0;
    }
}
