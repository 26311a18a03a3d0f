package io.alphaforge.ui.settings;

/**
 * How the settings get at what is done for the whole application.
 *
 * @param backUp asks for a file and writes a backup of the database to it
 * @param restore asks for a backup and puts it in the place of the database
 */
public record Upkeep(Runnable backUp, Runnable restore, Updates updates) {}
