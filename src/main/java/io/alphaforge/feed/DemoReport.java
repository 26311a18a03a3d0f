package io.alphaforge.feed;

/**
 * What was made of a demo universe.
 *
 * @param coins coins stored
 * @param bars bars of these
 * @param added bars that had not been there
 * @param cancelled whether it was stopped before its end
 */
public record DemoReport(int coins, long bars, long added, boolean cancelled) {}
