/**
 * The local database: one DuckDB file that holds bars, dashboard rows and past runs.
 */
@NullMarked
package io.alphaforge.store.duckdb;

import org.jspecify.annotations.NullMarked;
