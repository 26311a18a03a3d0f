package io.alphaforge.feed;

/**
 * A row that was left out because it is no valid bar.
 *
 * @param file as the user would name it
 * @param line where the row begins, counted from 1
 * @param reason what is wrong with it, in a few words
 */
public record Rejection(String file, long line, String reason) {
    @Override
    public String toString() {
        return file + ":" + line + ": " + reason;
    }
}
