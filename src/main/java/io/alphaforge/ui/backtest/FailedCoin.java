package io.alphaforge.ui.backtest;

/** A coin without a row, and why in one sentence. */
record FailedCoin(String symbol, String reason) {}
