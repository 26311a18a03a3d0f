package io.alphaforge.metrics;

/** Placeholder until the engine lands. */
public record CoinDetail(CoinResult result) {}
