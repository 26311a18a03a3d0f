package io.alphaforge.ui.kit;

/** Takes notices for the user; to be called on the JavaFX thread. */
@FunctionalInterface
public interface Notices {
    void tell(Notice notice);
}
