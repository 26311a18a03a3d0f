package io.alphaforge.run;

/**
 * What a check of something the application stands on has found.
 *
 * @param name what was looked at, in one word
 * @param ok whether it can be used as it is
 * @param text in plain words; where it is not ok, also what to do
 */
public record Finding(String name, boolean ok, String text) {}
