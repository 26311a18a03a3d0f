package io.alphaforge.run;

import java.util.Locale;

/** How much a connection to a server is protected. */
public enum TlsMode {
    VERIFY_FULL("Certificate and host checked"),
    VERIFY_CA("Certificate checked"),
    REQUIRE("Encrypted, nothing checked"),
    PREFER("Encrypted if the server can"),
    DISABLE("Not encrypted");

    private final String title;

    TlsMode(String title) {
        this.title = title;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** As {@code sslmode} of an address has it. */
    public String sslmode() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a root certificate matters. */
    public boolean checks() {
        return this == VERIFY_FULL || this == VERIFY_CA;
    }

    /**
     * The mode of this {@code sslmode}.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static TlsMode of(String sslmode) {
        return valueOf(sslmode.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
