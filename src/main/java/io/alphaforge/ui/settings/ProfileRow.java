package io.alphaforge.ui.settings;

import io.alphaforge.run.ConnectionProfile;

/**
 * A profile in the list.
 *
 * @param remembered whether its password is in the key store
 */
record ProfileRow(ConnectionProfile profile, boolean remembered) {}
