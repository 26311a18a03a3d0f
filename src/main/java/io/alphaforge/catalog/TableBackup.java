package io.alphaforge.catalog;

/**
 * What a file with the rows of one table holds.
 *
 * @param digest of all rows, whatever their order
 */
public record TableBackup(String table, long rows, String digest) {}
