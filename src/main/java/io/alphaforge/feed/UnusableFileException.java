package io.alphaforge.feed;

/** A file that cannot be imported. The message ends a sentence that begins with the file's name. */
final class UnusableFileException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnusableFileException(String message) {
        super(message);
    }

    UnusableFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
