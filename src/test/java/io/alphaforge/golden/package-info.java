/** Whole backtests, from files to rows, against numbers from an independent computation. */
@NullMarked
package io.alphaforge.golden;

import org.jspecify.annotations.NullMarked;
