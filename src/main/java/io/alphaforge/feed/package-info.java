/**
 * Market data from outside: recognises file layouts by content, checks and normalises rows into bars, and
 * writes them to a store; also makes the synthetic demo universe.
 */
@NullMarked
package io.alphaforge.feed;

import org.jspecify.annotations.NullMarked;
