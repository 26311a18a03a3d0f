/**
 * Market data from outside: recognises file layouts by content, checks and normalises rows into bars, and
 * writes them to a store; also makes the synthetic demo universe.
 *
 * <p>Use {@link io.alphaforge.feed.Importer} for files and {@link io.alphaforge.feed.DemoUniverse} for a market to try
 * things out on. A file runs through {@code InputFiles} (what to read), {@code Unpacking} (zip and gzip),
 * {@code LayoutDetector} (what the columns mean), {@code CsvRows} or {@code JsonRows} (rows as numbers) and
 * {@code SeriesBuilder} (rows as bars).
 */
@NullMarked
package io.alphaforge.feed;

import org.jspecify.annotations.NullMarked;
