package io.alphaforge.store.timescale;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where the password of a server comes from; the first that has one is used. */
public enum PasswordSource {
    TYPED("typed in by the user", null),
    ALPHAFORGE("the environment variable ALPHAFORGE_DB_PASSWORD", "ALPHAFORGE_DB_PASSWORD"),
    POSTGRES("the environment variable PGPASSWORD", "PGPASSWORD"),
    KEY_STORE("the key store of this computer", null),
    /** The driver looks into the pgpass file; where that has none either, the server is asked to do without. */
    DRIVER("the file ~/.pgpass", null);

    private final String title;
    private final @Nullable String variable;

    PasswordSource(String title, @Nullable String variable) {
        this.title = title;
        this.variable = variable;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** The environment variable that holds the password, if it is one. */
    @Nullable
    String variable() {
        return variable;
    }

    /** What the environment says. */
    static PasswordSource of(Map<String, String> environment) {
        if (environment.containsKey("ALPHAFORGE_DB_PASSWORD")) {
            return ALPHAFORGE;
        }
        return environment.containsKey("PGPASSWORD") ? POSTGRES : DRIVER;
    }
}
