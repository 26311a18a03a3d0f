package io.alphaforge.catalog;

/**
 * What writing a series did.
 *
 * @param series the series as it is stored now
 * @param added bars that were new
 * @param changed bars whose values were replaced
 * @param unchanged bars that agreed with the stored ones
 */
public record WriteReport(StoredSeries series, long added, long changed, long unchanged) {}
