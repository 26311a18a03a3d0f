/**
 * The application window around the views.
 */
@NullMarked
package io.alphaforge.ui.shell;

import org.jspecify.annotations.NullMarked;
