/**
 * Indicators as pure calculations over columns, with TA-Lib's formulas and first-value positions; NaN before
 * the first value.
 */
@NullMarked
package io.alphaforge.indicator;

import org.jspecify.annotations.NullMarked;
