package io.alphaforge.catalog;

/** The store cannot do what was asked. The message is one sentence for the user: what is wrong, where, what to do. */
public class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The sentence for the user, never null. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
