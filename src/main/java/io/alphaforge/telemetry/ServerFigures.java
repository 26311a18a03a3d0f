package io.alphaforge.telemetry;

/**
 * How a server is, as it said itself.
 *
 * @param asked when, UTC epoch milliseconds
 * @param connections that it serves, of everybody
 * @param mostConnections that it would serve
 * @param bytes of the database
 * @param hitRate share of blocks that came out of its memory, 0 to 1; NaN when none was read yet
 */
public record ServerFigures(long asked, int connections, int mostConnections, long bytes, double hitRate) {}
