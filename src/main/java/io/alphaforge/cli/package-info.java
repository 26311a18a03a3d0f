/**
 * The command line: one class a command, tables for people, JSON Lines and CSV for programs.
 */
@NullMarked
package io.alphaforge.cli;

import org.jspecify.annotations.NullMarked;
