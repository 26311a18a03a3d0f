package io.alphaforge.catalog;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an administrator asks of a store. */
public interface StoreAdmin {

    /** Where the data is, as the user would name it: a file, or a server's address without secrets. */
    String location();

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

    /** Looks after the database; empty where there is nothing to look after. */
    default Optional<Maintenance> maintenance() {
        return Optional.empty();
    }
}
