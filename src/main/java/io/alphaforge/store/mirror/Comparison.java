package io.alphaforge.store.mirror;

import io.alphaforge.catalog.StoredSeries;
import org.jspecify.annotations.Nullable;

/** How a series in the mirror stands to the one on the server, as far as what is on record of both tells. */
enum Comparison {
    /** Both hold the same bars, or, of a series that the server has not verified yet, as many between the same ends. */
    CURRENT,
    /** The server seems to have appended only; the digest of the tail will tell. */
    SHORTER,
    /** Nothing of the mirror's can be used. */
    OTHER;

    static Comparison of(StoredSeries server, @Nullable StoredSeries mirrored) {
        if (mirrored == null || mirrored.interval() != server.interval() || mirrored.bars() == 0) {
            return OTHER;
        }
        if (mirrored.bars() == server.bars()
                && mirrored.firstOpen() == server.firstOpen()
                && mirrored.lastOpen() == server.lastOpen()
                && (!server.verified() || mirrored.digest().equals(server.digest()))) {
            return CURRENT;
        }
        return server.verified()
                        && mirrored.firstOpen() == server.firstOpen()
                        && mirrored.lastOpen() < server.lastOpen()
                        && mirrored.bars() < server.bars()
                ? SHORTER
                : OTHER;
    }
}
