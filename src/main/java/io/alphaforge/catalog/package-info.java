/**
 * What is stored: coins, series with their versions and quality, dashboard rows; and the ports through which
 * everything reads and writes bars, whatever database is behind them.
 */
@NullMarked
package io.alphaforge.catalog;

import org.jspecify.annotations.NullMarked;
