package io.alphaforge.cli;

/** How data is written to standard output. */
enum OutputFormat {
    /** For people. */
    table,
    /** JSON Lines: one object a line. */
    json,
    csv
}
