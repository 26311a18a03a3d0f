/** Adapter of the catalog's ports to PostgreSQL, with TimescaleDB where the server has it. */
@NullMarked
package io.alphaforge.store.timescale;

import org.jspecify.annotations.NullMarked;
