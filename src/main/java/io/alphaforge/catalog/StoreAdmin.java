package io.alphaforge.catalog;

import java.util.Map;

/** What an administrator asks of a store. */
public interface StoreAdmin {

    /** Where the data is, as the user would name it: a file, or a server's address without secrets. */
    String location();

    /** Names and values for people, in the order to be shown: kind, version, size, coins, series, bars. */
    Map<String, String> describe();
}
