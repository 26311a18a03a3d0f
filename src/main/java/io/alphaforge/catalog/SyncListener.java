package io.alphaforge.catalog;

/** Told how far a synchronisation is. */
@FunctionalInterface
public interface SyncListener {

    /**
     * A series is done.
     *
     * @param done series done so far, this one included
     * @param total series to be done
     * @param bars that have travelled so far
     * @param latest what became of this one
     */
    void progress(int done, int total, long bars, SyncedSeries latest);
}
