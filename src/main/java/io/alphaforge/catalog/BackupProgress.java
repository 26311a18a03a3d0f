package io.alphaforge.catalog;

/** Told how far a backup or a restore is. Called on the thread that does it. */
@FunctionalInterface
public interface BackupProgress {

    /**
     * A step forward.
     *
     * @param what is being done: "Copying", "Checking"
     * @param total of {@code done}; at least 1
     */
    void step(String what, long done, long total);
}
