/** Runs and stores that follow a script, for tests of the views: real events on real background threads. */
@NullMarked
package io.alphaforge.ui.scripted;

import org.jspecify.annotations.NullMarked;
