package io.alphaforge.run;

import java.util.List;
import java.util.Optional;

/** Keeps nothing, so that thousands of measured runs do not fill the database they read. */
enum NoArchive implements RunArchive {
    NONE;

    @Override
    public void save(ArchivedRun run) {}

    @Override
    public List<ArchivedRun.Header> list() {
        return List.of();
    }

    @Override
    public void rename(String runId, String name) {}

    @Override
    public void delete(String runId) {}

    @Override
    public Optional<ArchivedRun> find(String id) {
        return Optional.empty();
    }
}
