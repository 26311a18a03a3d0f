package io.alphaforge.run;

import java.util.List;
import java.util.Optional;

/** Keeps finished and cancelled runs with their rows. */
public interface RunArchive {

    /** Keeps a run whole or not at all. */
    void save(ArchivedRun run);

    /** Every run without its rows, newest first. */
    List<ArchivedRun.Header> list();

    /**
     * Gives a run a name of the user's own; an empty one takes the name away.
     *
     * @throws io.alphaforge.catalog.StoreException when there is no run of that id
     */
    void rename(String runId, String name);

    /** Forgets a run and its rows; does nothing when there is none of that id. */
    void delete(String runId);

    /**
     * A run by its id or by a beginning of it; {@code last} is the newest.
     *
     * @throws IllegalArgumentException with a sentence when several runs begin so
     */
    Optional<ArchivedRun> find(String id);
}
