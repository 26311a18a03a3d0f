package io.alphaforge.feed;

/** What a column of a file means to the importer. */
enum Role {
    TIME,
    /** The time of day, where it has a column beside that of the date. */
    CLOCK,
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
