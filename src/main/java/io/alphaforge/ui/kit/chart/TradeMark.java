package io.alphaforge.ui.kit.chart;

/**
 * A trade on the chart.
 *
 * @param entryBar index of the bar at which it was entered
 * @param exitBar index of the bar at which it was left, or of the last bar while it is open
 * @param exitPrice price of the sale, or of the last mark
 * @param open whether it has not been left
 * @param gain whether it earned more than it cost
 */
public record TradeMark(int entryBar, double entryPrice, int exitBar, double exitPrice, boolean open, boolean gain) {}
