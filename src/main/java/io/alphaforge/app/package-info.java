/**
 * The entry point, the configuration, and the one place where everything is wired together.
 */
@NullMarked
package io.alphaforge.app;

import org.jspecify.annotations.NullMarked;
