/**
 * What the application watches of itself: queries that took long, connections in use, how a server is. Kept and shown by
 * others; nothing in here changes what is watched.
 */
@NullMarked
package io.alphaforge.telemetry;

import org.jspecify.annotations.NullMarked;
