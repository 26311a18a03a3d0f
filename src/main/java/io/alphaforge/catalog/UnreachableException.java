package io.alphaforge.catalog;

/** The server that holds the data does not answer, now or any more; what is kept on this machine can still be read. */
public final class UnreachableException extends StoreException {
    private static final long serialVersionUID = 1L;

    public UnreachableException(String message, Throwable cause) {
        super(message, cause);
    }
}
