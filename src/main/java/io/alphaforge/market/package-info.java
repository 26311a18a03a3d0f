/**
 * Bars of one instrument as immutable primitive columns, and what can be derived from bars alone: resampling,
 * gaps, digests. Nothing here reads a clock, a file or a database, so everything that decides a result can be
 * tested with arrays.
 */
@NullMarked
package io.alphaforge.market;

import org.jspecify.annotations.NullMarked;
