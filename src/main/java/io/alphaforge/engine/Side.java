package io.alphaforge.engine;

/** Which way an order trades. */
public enum Side {
    BUY,
    SELL
}
