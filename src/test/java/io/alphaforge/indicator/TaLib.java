package io.alphaforge.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MAType;
import com.tictactec.ta.lib.MInteger;
import com.tictactec.ta.lib.RetCode;
import io.alphaforge.market.Column;
import java.util.Arrays;

/** The reference implementation, its results put where they belong: NaN before the first value. */
final class TaLib {
    private static final Core CORE = new Core();

    private TaLib() {}

    static double[] sma(double[] in, int period) {
        return place(in, (begin, length, out) -> CORE.sma(0, in.length - 1, in, period, begin, length, out));
    }

    static double[] ema(double[] in, int period) {
        return place(in, (begin, length, out) -> CORE.ema(0, in.length - 1, in, period, begin, length, out));
    }

    static double[] rsi(double[] in, int period) {
        return place(in, (begin, length, out) -> CORE.rsi(0, in.length - 1, in, period, begin, length, out));
    }

    static double[] upperBand(double[] in, int period, double deviations) {
        double[] rest = new double[in.length];
        return place(
                in,
                (begin, length, out) -> CORE.bbands(
                        0,
                        in.length - 1,
                        in,
                        period,
                        deviations,
                        deviations,
                        MAType.Sma,
                        begin,
                        length,
                        out,
                        rest,
                        rest.clone()));
    }

    static double[] lowerBand(double[] in, int period, double deviations) {
        double[] rest = new double[in.length];
        return place(
                in,
                (begin, length, out) -> CORE.bbands(
                        0,
                        in.length - 1,
                        in,
                        period,
                        deviations,
                        deviations,
                        MAType.Sma,
                        begin,
                        length,
                        rest,
                        rest.clone(),
                        out));
    }

    /** Asserts that a column agrees to 1e-9, and has its first value at the same position. */
    static void assertAgrees(Column ours, double[] theirs) {
        assertThat(ours.size()).isEqualTo(theirs.length);
        for (int i = 0; i < theirs.length; i++) {
            assertClose(i, ours.get(i), theirs[i]);
        }
    }

    static void assertClose(int position, double ours, double theirs) {
        boolean close = Double.isNaN(theirs)
                ? Double.isNaN(ours)
                : Math.abs(ours - theirs) <= 1e-9 * Math.max(Math.abs(theirs), 1e-300);
        assertThat(close)
                .as("position %d: %s instead of %s", position, ours, theirs)
                .isTrue();
    }

    private interface Call {
        RetCode run(MInteger begin, MInteger length, double[] out);
    }

    private static double[] place(double[] in, Call call) {
        MInteger begin = new MInteger();
        MInteger length = new MInteger();
        double[] out = new double[in.length];
        assertThat(call.run(begin, length, out)).isEqualTo(RetCode.Success);
        double[] placed = new double[in.length];
        Arrays.fill(placed, Double.NaN);
        System.arraycopy(out, 0, placed, begin.value, length.value);
        return placed;
    }
}
