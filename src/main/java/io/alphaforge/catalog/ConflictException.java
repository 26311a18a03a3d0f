package io.alphaforge.catalog;

/** Bars to be written contradict stored ones in too many places to be the same market; nothing was written. */
public final class ConflictException extends StoreException {
    private static final long serialVersionUID = 1L;

    public ConflictException(String message) {
        super(message);
    }
}
