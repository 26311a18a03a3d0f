/**
 * The one running application that has a database open: how others find it, what they say to it, and how what it does
 * for them comes back. Nothing in here knows what a command is.
 */
@NullMarked
package io.alphaforge.instance;

import org.jspecify.annotations.NullMarked;
