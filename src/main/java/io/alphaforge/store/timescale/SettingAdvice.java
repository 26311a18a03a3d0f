package io.alphaforge.store.timescale;

import io.alphaforge.catalog.MaintenanceItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Settings of a server beside what is recommended, each with what that follows from. No figure is made up: without the
 * server's memory, what follows from it is given as a share, or from another setting that follows from it too.
 */
final class SettingAdvice {
    private static final double MEGABYTE = 1 << 20;
    /** What one workstation opens at most. */
    private static final int A_WORKSTATION = ServerPools.MOST;

    private final Map<String, Setting> settings;
    private final double memory;
    private final String source;

    /**
     * A setting of the server.
     *
     * @param shown as the server writes it
     * @param value in bytes or as a number; 0 where it is neither
     */
    record Setting(String shown, long value) {}

    /**
     * Advice for these settings.
     *
     * @param memory of the server in bytes; 0 when it is not known
     * @param source who says so, as a part of a sentence
     */
    SettingAdvice(Map<String, Setting> settings, long memory, String source) {
        this.settings = settings;
        this.memory = memory;
        this.source = source;
    }

    List<MaintenanceItem> items(long databaseBytes, long connections) {
        List<MaintenanceItem> items = new ArrayList<>();
        add(items, "shared_buffers", sharedBuffers(databaseBytes));
        add(items, "effective_cache_size", cacheSize());
        add(items, "work_mem", workMemory());
        add(items, "max_connections", connections(connections));
        add(
                items,
                "jit",
                new Advice(
                        "off",
                        "The queries of the dashboard and of lists take milliseconds; compiling them takes the server longer"
                                + " than running them."));
        return items;
    }

    private record Advice(String recommended, String reason) {}

    private Setting of(String name) {
        return settings.getOrDefault(name, new Setting("?", 0));
    }

    private void add(List<MaintenanceItem> items, String name, Advice advice) {
        if (settings.containsKey(name)) {
            items.add(new MaintenanceItem(
                    MaintenanceItem.Kind.SETTING,
                    name,
                    "",
                    MaintenanceItem.Figures.NONE,
                    of(name).shown(),
                    advice.recommended(),
                    advice.reason(),
                    List.of()));
        }
    }

    private Advice sharedBuffers(long databaseBytes) {
        long buffers = of("shared_buffers").value();
        if (memory > 0) {
            return new Advice(
                    written(memory / 4),
                    "A quarter of the server's memory, which is " + Amounts.bytes(memory) + " " + source
                            + "; more of it than that serves better as the system's own cache.");
        }
        if (databaseBytes <= buffers) {
            return new Advice(
                    of("shared_buffers").shown(),
                    "The whole database (" + Amounts.bytes(databaseBytes) + ") finds room in it.");
        }
        return new Advice(
                "¼ of memory",
                "The database takes " + Amounts.bytes(databaseBytes) + " and " + Amounts.bytes(buffers)
                        + " of it find room; how much memory the server has it does not say, --memory does.");
    }

    private Advice cacheSize() {
        if (memory > 0) {
            return new Advice(
                    written(memory * 3 / 4),
                    "Three quarters of the server's memory: it reserves nothing, but tells the planner that indexes are"
                            + " likely to be in memory.");
        }
        return new Advice(
                written(3.0 * of("shared_buffers").value()),
                "Three times shared_buffers, which is the other three quarters of memory when those are a quarter; with"
                        + " --memory it follows from the memory itself.");
    }

    private Advice workMemory() {
        double connections = Math.max(1, of("max_connections").value());
        double share =
                memory > 0 ? memory / 4 / connections : of("shared_buffers").value() / connections;
        double value = Math.clamp(share, 4 * MEGABYTE, 64 * MEGABYTE);
        String from = memory > 0 ? "A quarter of memory" : "As much as shared_buffers";
        return new Advice(
                written(value),
                from + " divided by max_connections (" + of("max_connections").shown()
                        + "), at least 4 MB and at most 64 MB: every sort of every connection may take that much.");
    }

    private Advice connections(long now) {
        long most = of("max_connections").value();
        long workstations = most / A_WORKSTATION;
        boolean many = most > 200;
        return new Advice(
                many
                        ? "200"
                        : most < 4 * A_WORKSTATION
                                ? Integer.toString(4 * A_WORKSTATION)
                                : of("max_connections").shown(),
                "A workstation opens " + A_WORKSTATION + " at most, so "
                        + of("max_connections").shown() + " serve "
                        + Amounts.count(workstations) + "; " + Amounts.count(now)
                        + (now == 1 ? " is" : " are") + " open now."
                        + (many ? " Each takes memory even when idle: beyond 200, put PgBouncer in between." : ""));
    }

    /** A size as the server takes it. */
    static String written(double bytes) {
        long megabytes = Math.max(1, Math.round(bytes / MEGABYTE));
        return megabytes >= 10_240 ? Math.round(megabytes / 1024.0) + "GB" : megabytes + "MB";
    }
}
