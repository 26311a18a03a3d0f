/**
 * Backtests of many coins: what to run, the background executor, the one stream of events that windows and
 * command lines consume, and the ports for cached results and past runs.
 */
@NullMarked
package io.alphaforge.run;

import org.jspecify.annotations.NullMarked;
