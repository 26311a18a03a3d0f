/**
 * The market at a glance: what all coins together did, in tiles, over a table with one row for each.
 */
@NullMarked
package io.alphaforge.ui.dashboard;

import org.jspecify.annotations.NullMarked;
