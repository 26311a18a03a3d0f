/**
 * Charts of bars, drawn on a canvas: candles, lines, trades and panes over one time axis, with one cross-hair. What is
 * drawn is aggregated to the width, so a million bars move as smoothly as a hundred. Aggregation, axes and the visible
 * range are plain values without a toolkit.
 */
@NullMarked
package io.alphaforge.ui.kit.chart;

import org.jspecify.annotations.NullMarked;
