/**
 * Small files that belong to the user: written whole or not at all, never destroyed, and read with an eye for what is
 * wrong in them.
 */
@NullMarked
package io.alphaforge.files;

import org.jspecify.annotations.NullMarked;
