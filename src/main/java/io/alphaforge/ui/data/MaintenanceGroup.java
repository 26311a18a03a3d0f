package io.alphaforge.ui.data;

import io.alphaforge.catalog.MaintenanceItem;

/** What the view shows at a time. */
enum MaintenanceGroup {
    TABLES("Tables"),
    INDEXES("Indexes"),
    CHUNKS("Chunks"),
    SETTINGS("Settings"),
    QUERIES("Slow queries");

    private final String title;

    MaintenanceGroup(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    static MaintenanceGroup of(MaintenanceItem item) {
        return switch (item.kind()) {
            case TABLE, VIEW, LEFTOVER, RETENTION, FILE -> TABLES;
            case INDEX, UNUSED_INDEX -> INDEXES;
            case CHUNK -> CHUNKS;
            case SETTING -> SETTINGS;
        };
    }
}
