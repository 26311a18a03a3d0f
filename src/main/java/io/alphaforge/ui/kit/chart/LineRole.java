package io.alphaforge.ui.kit.chart;

/** What a line stands for, which decides its colour. */
public enum LineRole {
    FIRST,
    SECOND,
    THIRD,
    EQUITY,
    /** Something to compare with. */
    REFERENCE,
    DRAWDOWN
}
