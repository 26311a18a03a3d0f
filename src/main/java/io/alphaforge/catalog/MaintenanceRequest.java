package io.alphaforge.catalog;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Something to be done, or to be shown before it is done.
 *
 * @param name of the table, view or index it is done to; may be empty where there is one possibility only
 * @param days for retention: how old bars may get
 * @param confirmed the name of a table to be dropped, typed again; empty otherwise
 * @param backup of a table to be dropped; null otherwise
 */
public record MaintenanceRequest(
        MaintenanceAction action,
        String name,
        int days,
        String confirmed,
        @Nullable Path backup) {

    public static MaintenanceRequest of(MaintenanceAction action, String name) {
        return new MaintenanceRequest(action, name, 0, "", null);
    }

    public static MaintenanceRequest retention(int days) {
        return new MaintenanceRequest(MaintenanceAction.RETENTION, "", days, "", null);
    }

    /** The same with what dropping a table asks for. */
    public MaintenanceRequest with(String typed, @Nullable Path file) {
        return new MaintenanceRequest(action, name, days, typed, file);
    }
}
