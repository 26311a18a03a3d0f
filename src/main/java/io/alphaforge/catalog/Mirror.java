package io.alphaforge.catalog;

import java.util.function.BooleanSupplier;

/**
 * The copy of a server's bars that is kept on this machine: how it is, how it is brought up to date, how it is emptied.
 * Safe for use by several threads; never on the JavaFX thread.
 */
public interface Mirror {

    /**
     * How the mirror is now, waiting for no server. One that has not been heard for a while is looked for in the
     * background, which the next status tells of.
     */
    MirrorStatus status();

    /**
     * Brings every series up to date, each in a transaction of its own: being cancelled or killed in between loses
     * nothing, and the next time goes on where this one stopped.
     *
     * @param listener told after every series, one call at a time, from several threads
     * @param cancelled asked between series
     * @throws UnreachableException when the server does not answer at the beginning
     * @throws StoreException when the mirror is switched off
     */
    SyncReport sync(SyncListener listener, BooleanSupplier cancelled);

    /** Removes every series from the mirror; the server keeps its own. */
    void clear();
}
