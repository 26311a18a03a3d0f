package io.alphaforge.market;

/** The columns of a bar beside its time; readers ask for the ones they need only. */
public enum BarColumn {
    OPEN,
    HIGH,
    LOW,
    CLOSE,
    VOLUME
}
