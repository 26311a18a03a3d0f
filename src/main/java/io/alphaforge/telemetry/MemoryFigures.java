package io.alphaforge.telemetry;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryUsage;

/**
 * Memory of this process.
 *
 * @param heapUsed bytes, what waits to be collected included
 * @param heapMost bytes that it may take
 * @param otherUsed bytes beside the heap that Java knows of: code, classes; what databases take natively is not among them
 * @param pausedMs how long everything stood still for collections since the start
 * @param upMs time since the start
 */
public record MemoryFigures(long heapUsed, long heapMost, long otherUsed, long pausedMs, long upMs) {

    /** As it is now. */
    public static MemoryFigures now() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        MemoryUsage heap = memory.getHeapMemoryUsage();
        long paused = 0;
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            // Cycles that go on beside the work pause nothing.
            if (!collector.getName().contains("Concurrent")
                    && !collector.getName().contains("Cycles")) {
                paused += Math.max(0, collector.getCollectionTime());
            }
        }
        return new MemoryFigures(
                heap.getUsed(),
                heap.getMax() < 0 ? Runtime.getRuntime().maxMemory() : heap.getMax(),
                memory.getNonHeapMemoryUsage().getUsed(),
                paused,
                ManagementFactory.getRuntimeMXBean().getUptime());
    }

    /** Share of the time since the start that went into pauses, 0 to 1. */
    public double pauseShare() {
        return upMs == 0 ? 0 : (double) pausedMs / upMs;
    }

    /** Share of the time since an earlier look that went into pauses, 0 to 1; NaN when it was the same moment. */
    public double pauseShareSince(MemoryFigures before) {
        return upMs <= before.upMs ? Double.NaN : (double) (pausedMs - before.pausedMs) / (upMs - before.upMs);
    }
}
