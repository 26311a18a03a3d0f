package io.alphaforge.instance;

import java.io.Serial;

/** Thrown when the other process does not do what it was asked; its message is one sentence for the user. */
public final class Refusal extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    public Refusal(String sentence) {
        super(sentence);
    }

    Refusal(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
