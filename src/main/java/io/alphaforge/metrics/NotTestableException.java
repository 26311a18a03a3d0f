package io.alphaforge.metrics;

/** A backtest cannot be made of these bars; the message says why, in one sentence for the user. */
public final class NotTestableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotTestableException(String message) {
        super(message);
    }

    /** The sentence for the user, never null. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
