package io.alphaforge.telemetry;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of a text what is nobody's business before it leaves this computer: passwords, tokens, who logs in where, and
 * whose home folder it is.
 */
public final class Redaction {
    private static final String HIDDEN = "***";
    /** {@code scheme://user:password@host}: everything before the host. */
    private static final Pattern USER_INFO = Pattern.compile("(?i)\\b([a-z][a-z0-9+.:-]*://)[^\\s/@\"'<>]*@");

    private static final Pattern HEADER =
            Pattern.compile("(?i)\\b((?:proxy-)?authorization[\"']?\\s*[:=]\\s*)[^\\r\\n]+");
    private static final Pattern SCHEME = Pattern.compile("(?i)\\b(bearer|basic)\\s+[a-z0-9._~+/=-]{8,}");
    /** A name that speaks of a secret, then its value: as in properties, URLs, JSON and environments. */
    private static final Pattern NAMED = Pattern.compile(
            "(?i)([a-z0-9_.-]*(?:password|passwd|passphrase|pwd|secret|token|api[_-]?key|private[_-]?key|credential)"
                    + "[a-z0-9_-]*[\"']?\\s*[=:]\\s*)(\"[^\"\\r\\n]*\"|'[^'\\r\\n]*'|[^\\s,;&\"'}\\])]+)");
    /** What looks like a signed token whatever it is called. */
    private static final Pattern SIGNED =
            Pattern.compile("\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}(?:\\.[A-Za-z0-9_-]+)?");

    private final String home;

    /** @param home the user's own folder, written as {@code ~} from now on */
    public Redaction(Path home) {
        this.home = home.toString();
    }

    /** The text without secrets. */
    public String of(String text) {
        String clean = USER_INFO.matcher(text).replaceAll("$1" + HIDDEN + "@");
        clean = HEADER.matcher(clean).replaceAll("$1" + HIDDEN);
        clean = SCHEME.matcher(clean).replaceAll("$1 " + HIDDEN);
        clean = NAMED.matcher(clean).replaceAll("$1" + HIDDEN);
        clean = SIGNED.matcher(clean).replaceAll(HIDDEN);
        return home.length() < 2
                ? clean
                : clean.replaceAll(Pattern.quote(home) + "(?![\\w.-])", Matcher.quoteReplacement("~"));
    }
}
