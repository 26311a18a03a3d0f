package io.alphaforge.engine;

/**
 * How orders are executed.
 *
 * @param capital starting cash in the quote asset, above 0
 * @param fee share of the traded value charged on both sides, 0.001 for 0.1 %, from 0 to below 0.5
 * @param slippage share by which a buy fills above and a sale below the price, from 0 to below 0.5
 * @param fill at which price a signal is filled
 */
public record ExecutionSettings(double capital, double fee, double slippage, FillPolicy fill) {
    public static final ExecutionSettings DEFAULT = new ExecutionSettings(10_000, 0.001, 0, FillPolicy.NEXT_OPEN);

    public ExecutionSettings {
        if (!(capital > 0 && capital <= 1e15)) {
            throw new IllegalArgumentException(
                    "The capital is " + capital + "; allowed is a number above 0 up to 1e15.");
        }
        share("fee", fee);
        share("slippage", slippage);
    }

    private static void share(String name, double value) {
        if (!(value >= 0 && value < 0.5)) {
            throw new IllegalArgumentException("The " + name + " is " + value
                    + "; allowed is a share from 0 to below 0.5, for example 0.001 for 0.1 %.");
        }
    }
}
