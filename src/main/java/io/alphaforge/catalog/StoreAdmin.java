package io.alphaforge.catalog;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What an administrator asks of a store. */
public interface StoreAdmin {

    /** Where the data is, as the user would name it: a file, or a server's address without secrets. */
    String location();

    /** Name of what {@link #describe} tells only where the database cannot be asked: why, in a sentence. */
    String REASON = "reason";

    /** The file that the store works with; empty where that is not on this machine. */
    default Optional<Path> file() {
        return Optional.empty();
    }

    /** Names and values for people, in the order to be shown: kind, version, size, coins, series, bars. */
    Map<String, String> describe();

    /** Whether the tables are as this version wants them, in a sentence. */
    default String schema() {
        return "The tables are up to date; they are brought so whenever the database is opened.";
    }

    /**
     * Brings the tables up to date, where that is not done by opening the database.
     *
     * @return what was done, in sentences
     */
    default List<String> migrate() {
        return List.of(schema());
    }

    /**
     * The same, given up when it is not wanted any more and waits for something; doing it once more completes it.
     *
     * @param cancelled asked again and again until it is done
     * @throws java.util.concurrent.CancellationException with one sentence when it was given up
     */
    default List<String> migrate(BooleanSupplier cancelled) {
        return migrate();
    }

    /**
     * What {@link #migrate} does to somebody else's tables with bars in them, in sentences that a user should read before;
     * empty where there are none.
     */
    default List<String> adopting() {
        return List.of();
    }

    /** Looks after the database; empty where there is nothing to look after. */
    default Optional<Maintenance> maintenance() {
        return Optional.empty();
    }

    /**
     * Writes everything into one file while the store is in use, and reads that file to see whether it holds it.
     *
     * @param file that is written whole or not at all
     * @param cancelled asked often; a {@link java.util.concurrent.CancellationException} ends the work then
     * @throws StoreException with one sentence when it cannot be done; there is no new file then
     */
    default BackupReport backUp(Path file, BackupProgress progress, BooleanSupplier cancelled) {
        throw new StoreException("A database on a server is backed up with the server's own tools: 'pg_dump -Fc' writes"
                + " it to a file and 'pg_restore' brings it back.");
    }
}
