package io.alphaforge.run;

import io.alphaforge.engine.ExecutionSettings;
import io.alphaforge.market.DataDigest;
import io.alphaforge.market.Interval;
import io.alphaforge.market.TimeRange;
import io.alphaforge.metrics.BacktestSpec;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Identifies the result of one coin: everything that decides it. Two runs with equal keys have equal rows.
 *
 * @param symbol the coin
 * @param setup hash of strategy, parameters, execution settings, range, interval and engine version
 * @param source the stored interval that the bars come from
 * @param digest of the whole source series
 */
public record RunKey(String symbol, String setup, Interval source, DataDigest digest) {

    /** The key of one coin. */
    public static RunKey of(String symbol, Setup setup, Interval source, DataDigest digest) {
        return new RunKey(symbol, setup.hash(), source, digest);
    }

    /** The key as text, for stores that want one. */
    public String text() {
        return setup + "/" + symbol + "/" + source + "/" + digest.hex();
    }

    /**
     * What all coins of a run have in common, hashed once.
     *
     * @param hash 32 hexadecimal digits of a SHA-256
     */
    public record Setup(String hash) {
        public static Setup of(BacktestSpec spec, Interval interval, String engineVersion) {
            ExecutionSettings execution = spec.execution();
            TimeRange range = spec.range();
            StringBuilder text = new StringBuilder(256);
            text.append(engineVersion)
                    .append('\n')
                    .append(spec.strategy().name())
                    .append('\n');
            // Bits instead of decimals: two parameters that differ at all have different keys.
            spec.parameters()
                    .values()
                    .forEach((name, value) -> text.append(name)
                            .append('=')
                            .append(Long.toHexString(Double.doubleToLongBits(value)))
                            .append('\n'));
            text.append(Long.toHexString(Double.doubleToLongBits(execution.capital())))
                    .append('\n')
                    .append(Long.toHexString(Double.doubleToLongBits(execution.fee())))
                    .append('\n')
                    .append(Long.toHexString(Double.doubleToLongBits(execution.slippage())))
                    .append('\n')
                    .append(execution.fill().code())
                    .append('\n')
                    .append(range.from())
                    .append('\n')
                    .append(range.to())
                    .append('\n')
                    .append(interval.code());
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256")
                        .digest(text.toString().getBytes(StandardCharsets.UTF_8));
                return new Setup(HexFormat.of().formatHex(hash, 0, 16));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java platform has SHA-256.", e);
            }
        }
    }
}
