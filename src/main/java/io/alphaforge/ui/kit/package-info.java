/**
 * What the views share: formats, table columns, and the one bridge that carries run events to the JavaFX thread.
 */
@NullMarked
package io.alphaforge.ui.kit;

import org.jspecify.annotations.NullMarked;
