/**
 * Past runs: the archive of all of them, and two of them side by side, coin by coin.
 */
@NullMarked
package io.alphaforge.ui.runs;

import org.jspecify.annotations.NullMarked;
