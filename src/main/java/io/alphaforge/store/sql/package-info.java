/**
 * Plumbing that the SQL stores share: statements kept as files, named for the class and method that run them.
 */
@NullMarked
package io.alphaforge.store.sql;

import org.jspecify.annotations.NullMarked;
