package io.alphaforge.ui.kit;

import org.jspecify.annotations.Nullable;

/**
 * One sentence for the user about something that has happened, shown in the window until it is dismissed or, where it is
 * no problem, for a few seconds.
 *
 * @param action what can be done about it, null when there is nothing to do
 */
public record Notice(Kind kind, String sentence, @Nullable Action action) {
    /** How much a notice wants to be seen. */
    public enum Kind {
        INFORMATION,
        SUCCESS,
        PROBLEM
    }

    public static Notice information(String sentence) {
        return new Notice(Kind.INFORMATION, sentence, null);
    }

    public static Notice success(String sentence) {
        return new Notice(Kind.SUCCESS, sentence, null);
    }

    public static Notice problem(String sentence) {
        return new Notice(Kind.PROBLEM, sentence, null);
    }

    public Notice with(Action offered) {
        return new Notice(kind, sentence, offered);
    }
}
