package io.alphaforge.ui.kit.table;

/** How much a row stands out. */
public enum Tone {
    PLAIN,
    /** Texts and figures are muted, signs keep their colours. */
    MUTED,
    /** Everything of the row is grey. */
    FAINT
}
