package io.alphaforge.ui.kit;

import io.alphaforge.catalog.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How an error is told to the user: as one sentence, while the stack trace goes to the log. */
public final class ErrorText {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorText.class);

    private ErrorText() {}

    /**
     * What to tell of an error, which is logged.
     *
     * @param what completes the sentence "… failed because of an error in the program"
     */
    public static String logged(String what, Throwable error) {
        if (error instanceof StoreException || error instanceof IllegalArgumentException) {
            LOG.warn("{} failed.", what, error);
            return String.valueOf(error.getMessage());
        }
        LOG.error("{} failed.", what, error);
        return what + " failed because of an error in the program; see the log.";
    }
}
