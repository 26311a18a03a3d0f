package io.alphaforge.catalog;

/** A file that is to be a database is none, or not any more, or a part of it cannot be read. */
public final class DamagedException extends StoreException {
    private static final long serialVersionUID = 1L;

    public DamagedException(String message) {
        super(message);
    }

    public DamagedException(String message, Throwable cause) {
        super(message, cause);
    }
}
