/**
 * Small files that belong to the user: written whole or not at all, never destroyed, and read with an eye for what is
 * wrong in them. Also whose turn it is to work on a file, and who holds one.
 */
@NullMarked
package io.alphaforge.files;

import org.jspecify.annotations.NullMarked;
