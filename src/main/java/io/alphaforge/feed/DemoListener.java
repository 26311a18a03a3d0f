package io.alphaforge.feed;

/** Follows the making of a demo universe; called on the thread that makes it. */
@FunctionalInterface
public interface DemoListener {
    /** Hears nothing. */
    DemoListener NONE = (done, total, bars) -> {};

    /**
     * One more coin is stored.
     *
     * @param done coins stored
     * @param total coins wanted
     * @param bars bars stored so far
     */
    void stored(int done, int total, long bars);
}
