package io.alphaforge.telemetry;

/**
 * A query that took longer than the threshold.
 *
 * @param time when it began, UTC epoch milliseconds
 * @param caller what ran it: class and method, then the statement's file where it has one
 * @param query its text with placeholders where values go
 * @param millis how long it took
 */
public record SlowQuery(long time, String caller, String query, double millis) {}
