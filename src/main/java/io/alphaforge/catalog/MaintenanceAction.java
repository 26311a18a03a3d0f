package io.alphaforge.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be done about a database to keep it small and quick. */
public enum MaintenanceAction {
    VACUUM("Vacuum", "frees the room of deleted rows for new ones and counts afresh what the planner relies on"),
    ANALYZE("Analyze", "counts afresh what the planner relies on"),
    REFRESH("Refresh", "sums up what a view lacks"),
    COMPRESS("Compress", "compresses chunks of bars older than 30 days"),
    REINDEX("Rebuild", "builds an index anew"),
    DROP_INDEX("Drop index", "drops an index that is never used"),
    DROP_TABLE("Drop table", "drops a table that was left over; wants its name and a backup"),
    RETENTION("Set retention", "drops bars that are older than a number of days"),
    RETENTION_OFF("End retention", "lets bars be kept for ever again"),
    COMPACT("Compact", "restores the order that bulk reads profit from");

    private final String title;
    private final String meaning;

    MaintenanceAction(String title, String meaning) {
        this.title = title;
        this.meaning = meaning;
    }

    /** As a command is written: {@code drop-table}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** For a button. */
    public String title() {
        return title;
    }

    /** What it does, as a part of a sentence. */
    public String meaning() {
        return meaning;
    }

    public static Optional<MaintenanceAction> find(String code) {
        return Arrays.stream(values())
                .filter(a -> a.code().equals(code.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
