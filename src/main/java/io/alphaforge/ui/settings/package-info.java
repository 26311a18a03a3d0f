/**
 * What the user has chosen: the file it is kept in, and the page on which it is seen and changed.
 */
@NullMarked
package io.alphaforge.ui.settings;

import org.jspecify.annotations.NullMarked;
