/** The guide inside the window: the documents that come with the application, in chapters that can be searched. */
@NullMarked
package io.alphaforge.ui.guide;

import org.jspecify.annotations.NullMarked;
