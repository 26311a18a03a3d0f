/**
 * Results of earlier runs, kept in memory and on disk and asked for in one batch.
 */
@NullMarked
package io.alphaforge.cache;

import org.jspecify.annotations.NullMarked;
