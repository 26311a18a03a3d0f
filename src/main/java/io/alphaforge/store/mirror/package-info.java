/** A store that reads a server's bars out of a copy on this machine, of which it fetches only what is missing or old. */
@NullMarked
package io.alphaforge.store.mirror;

import org.jspecify.annotations.NullMarked;
