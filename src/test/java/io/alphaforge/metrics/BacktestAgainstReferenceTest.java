package io.alphaforge.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.engine.Fill;
import io.alphaforge.engine.Trade;
import java.lang.reflect.RecordComponent;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The engine against a second implementation written differently, on thousands of random cases. */
class BacktestAgainstReferenceTest {
    private static final int CASES = 3000;

    @Test
    void everyStatisticAgreesOnRandomCases() throws ReflectiveOperationException {
        int traded = 0;
        for (int seed = 0; seed < CASES; seed++) {
            RandomCase random = RandomCase.of(seed);
            CoinResult result = Backtest.run(random.bars(), random.spec());
            assertAgree("case " + seed, result.statistics(), ReferenceStatistics.of(random, new Reference(random)));
            assertThat(result.bars()).isEqualTo(random.to() - random.from());
            traded += result.statistics().trades().numTrades();
        }
        assertThat(traded).as("trades in all cases").isGreaterThan(2 * CASES);
    }

    @Test
    void everyFillAndMarkAgreesOnRandomCases() {
        for (int seed = 0; seed < CASES; seed++) {
            RandomCase random = RandomCase.of(seed);
            Reference reference = new Reference(random);
            CoinDetail detail = Backtest.detail(random.bars(), random.spec());
            assertThat(detail.fills().stream().map(Fill::bar).toList())
                    .as("case %d", seed)
                    .isEqualTo(reference.fillBars());
            assertThat(detail.trades().stream().anyMatch(Trade::open)).isEqualTo(reference.open());
            assertThat(detail.curve().size()).isEqualTo(reference.equity().size());
            for (int i = 0; i < detail.curve().size(); i++) {
                double wanted = reference.equity().get(i).doubleValue();
                assertClose(
                        "case " + seed + " bar " + i, detail.curve().equity().get(i), wanted);
            }
            String reason = Objects.requireNonNullElse(detail.result().noTradeReason(), "");
            assertThat(reason.contains("pending")).as("case %d", seed).isEqualTo(reference.orderWaiting());
        }
    }

    private static void assertAgree(String where, Record ours, Record theirs) throws ReflectiveOperationException {
        for (RecordComponent component : ours.getClass().getRecordComponents()) {
            Object a = Objects.requireNonNull(component.getAccessor().invoke(ours));
            Object b = Objects.requireNonNull(component.getAccessor().invoke(theirs));
            String name = where + " " + component.getName();
            switch (a) {
                case Record record -> assertAgree(where, record, (Record) b);
                case Double value -> assertClose(name, value, (Double) b);
                default -> assertThat(a).as(name).isEqualTo(b);
            }
        }
    }

    /** To 1e-9 of the value, or 1e-10 where it is a difference of nearly equal numbers. */
    private static void assertClose(String what, double ours, double theirs) {
        boolean close = Double.isNaN(theirs)
                ? Double.isNaN(ours)
                : Math.abs(ours - theirs) <= Math.max(1e-9 * Math.abs(theirs), 1e-10);
        assertThat(close).as("%s: %s instead of %s", what, ours, theirs).isTrue();
    }
}
