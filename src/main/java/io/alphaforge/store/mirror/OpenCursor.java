package io.alphaforge.store.mirror;

import io.alphaforge.catalog.BarCursor;
import io.alphaforge.catalog.BarRequest;
import io.alphaforge.catalog.BarStore;
import io.alphaforge.catalog.StoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one cursor that a fetch has open at a time. Used by one thread, closed from any. */
final class OpenCursor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenCursor.class);

    private volatile @Nullable BarCursor open;
    private volatile boolean closed;

    /** Starts reading; a cursor that was open before has to be released. After {@link #close} it delivers nothing. */
    BarCursor begin(BarStore from, BarRequest request) {
        BarCursor cursor = from.read(request);
        open = cursor;
        if (closed) {
            cursor.close();
        }
        return cursor;
    }

    /** Closes what is open. */
    void release() {
        BarCursor cursor = open;
        open = null;
        if (cursor != null) {
            try {
                cursor.close();
            } catch (StoreException e) {
                LOG.debug("A cursor did not close well.", e);
            }
        }
    }

    boolean closed() {
        return closed;
    }

    @Override
    public void close() {
        closed = true;
        release();
    }
}
