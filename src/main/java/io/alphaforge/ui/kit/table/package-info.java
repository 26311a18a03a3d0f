/**
 * Tables that draw their rows on one canvas: columns, order, selection and focus are those of the toolkit's table, what a
 * cell looks like is told by a painter of its column.
 */
@NullMarked
package io.alphaforge.ui.kit.table;

import org.jspecify.annotations.NullMarked;
