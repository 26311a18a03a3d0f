package io.alphaforge.store.timescale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.tictactec.ta.lib.Core;
import com.tictactec.ta.lib.MAType;
import com.tictactec.ta.lib.MInteger;
import io.alphaforge.catalog.SeriesWrite;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Column;
import io.alphaforge.market.Instrument;
import io.alphaforge.market.Interval;
import io.alphaforge.store.duckdb.Made;
import io.alphaforge.store.timescale.Servers.Kind;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What other programs find of indicators beside the bars. */
class IndicatorTableTest {
    private static final Core TA = new Core();

    @SuppressWarnings("NullAway.Init") // Every test has its own.
    private TimescaleStore store;

    private String url = "";

    @BeforeEach
    void open() {
        url = Servers.emptyDatabase(Kind.PLAIN);
        store = new TimescaleStore(ServerOptions.of(url, Map.of()));
        store.migrate();
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void write(Bars bars, SeriesWrite.Mode mode) {
        store.write(new SeriesWrite(Instrument.parse("BTC/USDT"), bars, "a.csv", 0, 0, mode, false));
    }

    private String one(String sql) {
        return Servers.value(url, sql);
    }

    private double last(String column) {
        return Double.parseDouble(
                one("SELECT " + column + " FROM crypto_technical_indicators ORDER BY datetime DESC LIMIT 1"));
    }

    /** All rows as one text, with every bit of the numbers. */
    private String all() {
        return one("SELECT string_agg(i::text, ';' ORDER BY datetime) FROM crypto_technical_indicators i");
    }

    @Test
    void theNewestBarsHaveWhatTaLibSaysOfThem() {
        Bars bars = Made.walk(Interval.H1, 3000, 1);
        write(bars, SeriesWrite.Mode.MERGE);
        assertThat(one("SELECT count(*) FROM crypto_technical_indicators")).isEqualTo("1000");
        assertThat(one("SELECT max(datetime) = (SELECT max(datetime) FROM crypto_prices) AND min(datetime) ="
                        + " max(datetime) - interval '999 hours' FROM crypto_technical_indicators"))
                .isEqualTo("t");
        double[] close = bars.close().toArray();
        assertClose("rsi_7", out -> TA.rsi(0, 2999, close, 7, new MInteger(), new MInteger(), out), 2999 - 7);
        assertClose("rsi_14", out -> TA.rsi(0, 2999, close, 14, new MInteger(), new MInteger(), out), 2999 - 14);
        for (int period : new int[] {20, 50, 200}) {
            assertClose(
                    "sma_" + period,
                    out -> TA.sma(0, 2999, close, period, new MInteger(), new MInteger(), out),
                    3000 - period);
        }
        for (int period : new int[] {12, 26}) {
            assertClose(
                    "ema_" + period,
                    out -> TA.ema(0, 2999, close, period, new MInteger(), new MInteger(), out),
                    3000 - period);
        }
        assertClose(
                "volume_sma_20",
                out -> TA.sma(0, 2999, bars.volume().toArray(), 20, new MInteger(), new MInteger(), out),
                2980);
        double[] upper = new double[3000];
        double[] middle = new double[3000];
        double[] lower = new double[3000];
        TA.bbands(0, 2999, close, 20, 2, 2, MAType.Sma, new MInteger(), new MInteger(), upper, middle, lower);
        assertThat(last("bb_upper")).isCloseTo(upper[2980], within(1e-9 * upper[2980]));
        assertThat(last("bb_middle")).isCloseTo(middle[2980], within(1e-9 * middle[2980]));
        assertThat(last("bb_lower")).isCloseTo(lower[2980], within(1e-9 * lower[2980]));
    }

    private interface Oracle {
        void fill(double[] out);
    }

    private void assertClose(String column, Oracle oracle, int index) {
        double[] out = new double[3000];
        oracle.fill(out);
        assertThat(last(column)).as(column).isCloseTo(out[index], within(1e-9 * Math.abs(out[index])));
    }

    @Test
    void valuesThatAreNotWarmAreNull() {
        write(Made.walk(Interval.D1, 30, 1), SeriesWrite.Mode.MERGE);
        assertThat(one("SELECT count(*) || ' ' || count(sma_200) || ' ' || count(sma_20) || ' ' || count(rsi_14)"
                        + " FROM crypto_technical_indicators"))
                .isEqualTo("30 0 11 16");
    }

    @Test
    void addingAnEndLeadsToTheSameRowsAsWritingTheWhole() {
        Bars bars = Made.walk(Interval.H1, 2500, 1);
        write(bars.slice(0, 2400), SeriesWrite.Mode.MERGE);
        write(bars.slice(2300, 2500), SeriesWrite.Mode.MERGE);
        String added = all();
        write(bars, SeriesWrite.Mode.REPLACE);
        Servers.sql(url, "TRUNCATE crypto_technical_indicators");
        store.migrate();
        assertThat(added).isEqualTo(all());
    }

    @Test
    void changedBarsHaveOtherIndicators() {
        Bars bars = Made.walk(Interval.H1, 1500, 1);
        write(bars, SeriesWrite.Mode.MERGE);
        double before = last("ema_26");
        write(Made.altered(bars, 1499), SeriesWrite.Mode.REPLACE);
        Column close = Made.altered(bars, 1499).close();
        assertThat(last("ema_26")).isGreaterThan(before);
        assertThat(last("sma_20")).isCloseTo(mean(close, 1480), within(1e-9));
    }

    private static double mean(Column values, int from) {
        double sum = 0;
        for (int i = from; i < values.size(); i++) {
            sum += values.get(i);
        }
        return sum / (values.size() - from);
    }

    @Test
    void whatAnotherProgramWritesIsFollowedOnceItIsSeen() {
        write(Made.walk(Interval.H1, 300, 1), SeriesWrite.Mode.MERGE);
        Servers.sql(url, "UPDATE crypto_prices SET close_price = 5");
        store.series();
        assertThat(last("sma_20")).isEqualTo(5);
        Servers.sql(url, "DELETE FROM crypto_prices");
        store.series();
        assertThat(one("SELECT count(*) FROM crypto_technical_indicators")).isEqualTo("0");
    }

    @Test
    void aTableOfAnotherShapeIsLeftAlone() {
        Servers.sql(url, "ALTER TABLE crypto_technical_indicators DROP COLUMN rsi_7");
        write(Made.walk(Interval.H1, 300, 1), SeriesWrite.Mode.MERGE);
        assertThat(one("SELECT count(*) FROM crypto_technical_indicators")).isEqualTo("0");
        assertThat(store.series()).hasSize(1);
    }

    @Test
    void aDeletedSeriesHasNone() {
        write(Made.walk(Interval.H1, 300, 1), SeriesWrite.Mode.MERGE);
        store.delete(Made.key("BTCUSDT", Interval.H1));
        assertThat(one("SELECT count(*) FROM crypto_technical_indicators")).isEqualTo("0");
    }
}
