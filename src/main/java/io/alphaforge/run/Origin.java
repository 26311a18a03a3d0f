package io.alphaforge.run;

import java.util.Locale;

/** Where a row comes from, and if it was computed, why no earlier run could answer. */
public enum Origin {
    /** An earlier run answered. */
    CACHED("cached", "Answered by an earlier run with the same bars, parameters and settings."),
    /** No earlier run had this coin with these parameters and settings, or its row is not kept any more. */
    FIRST("fresh", "Computed: no kept row has these parameters and settings."),
    /** The same was asked before, but the bars have changed since. */
    NEW_BARS("fresh: new bars", "Computed: the bars have changed since the kept row."),
    /** The run was told not to use earlier rows. */
    CACHE_OFF("fresh: cache off", "Computed: the run was told not to use kept rows."),
    /** The database cannot tell yet whether the bars are those it holds, so the row answers no later run. */
    UNVERIFIED(
            "fresh: unverified",
            "Computed of bars that have not been compared with the server's yet; run it again in a moment.");

    private final String title;
    private final String description;

    Origin(String title, String description) {
        this.title = title;
        this.description = description;
    }

    /** As in files and databases: {@code new_bars}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The origin of a code.
     *
     * @throws IllegalArgumentException when there is none
     */
    static Origin ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Two or three words for a table. */
    public String title() {
        return title;
    }

    /** A sentence for the user. */
    public String description() {
        return description;
    }
}
