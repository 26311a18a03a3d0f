package io.alphaforge.feed;

/** What a column of a file means to the importer. */
enum Role {
    TIME,
    OPEN,
    HIGH,
    LOW,
    CLOSE,
    /** Volume counted in the base asset. */
    VOLUME,
    /** Volume counted in the quote asset. */
    QUOTE_VOLUME,
    SYMBOL,
    IGNORED
}
