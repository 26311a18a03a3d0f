package io.alphaforge.catalog;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * Looks after a database: what takes room, what is not needed, what could be set better, and what can be done about it.
 * Nothing is changed but by {@link #apply}. Safe for use by several threads; never on the JavaFX thread.
 *
 * <p>Every method throws {@link StoreException} with a sentence when the database cannot be asked, and where a name is of
 * nothing in it.
 */
public interface Maintenance {

    /**
     * What is found, kind by kind, the largest first. Whoever may read may list.
     *
     * @param memory of the server in bytes, for recommending settings; 0 when it is not known
     */
    List<MaintenanceItem> list(long memory);

    /** What {@link #apply} would do; changes nothing. */
    MaintenancePlan plan(MaintenanceRequest request);

    /**
     * Does it.
     *
     * @param progress told in a few words how far it is, from the calling thread
     * @return what was done, in sentences
     * @throws StoreException when it is refused, fails, or was cancelled; the sentence says what is done then
     */
    List<String> apply(MaintenanceRequest request, Consumer<String> progress);

    /** Stops what is being applied or backed up as soon as possible; from any thread. */
    void cancel();

    /**
     * Writes all rows of a table into a file that {@link #apply} takes as a backup, and reads it back.
     *
     * @param file that does not exist yet
     */
    TableBackup backUp(String table, Path file, Consumer<String> progress);
}
