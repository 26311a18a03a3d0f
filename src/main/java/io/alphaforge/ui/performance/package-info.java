/**
 * The performance page: what runs took and where their time went, slow queries, and how memory, cache and connections are
 * at this moment.
 */
@NullMarked
package io.alphaforge.ui.performance;

import org.jspecify.annotations.NullMarked;
