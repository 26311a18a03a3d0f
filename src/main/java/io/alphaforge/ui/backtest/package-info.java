/**
 * The backtest workspace: choose what to run, run it, and watch the rows arrive.
 */
@NullMarked
package io.alphaforge.ui.backtest;

import org.jspecify.annotations.NullMarked;
