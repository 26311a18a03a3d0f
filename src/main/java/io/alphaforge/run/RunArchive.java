package io.alphaforge.run;

import java.util.List;
import java.util.Optional;

/** Keeps finished and cancelled runs with their rows. */
public interface RunArchive {

    /** Keeps a run whole or not at all. */
    void save(ArchivedRun run);

    /** Every run without its rows, newest first. */
    List<ArchivedRun.Header> list();

    /** A run by its id or by a beginning of it that only one run has; {@code last} is the newest. */
    Optional<ArchivedRun> find(String id);
}
