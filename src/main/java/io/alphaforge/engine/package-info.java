/**
 * The deterministic simulation of one coin: signals become orders, orders fills, fills trades and equity, under
 * a fill policy, fees and slippage.
 */
@NullMarked
package io.alphaforge.engine;

import org.jspecify.annotations.NullMarked;
