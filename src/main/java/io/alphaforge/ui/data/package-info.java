/**
 * Getting data into the database: files of exchanges, or a universe of synthetic coins to try things out on.
 */
@NullMarked
package io.alphaforge.ui.data;

import org.jspecify.annotations.NullMarked;
