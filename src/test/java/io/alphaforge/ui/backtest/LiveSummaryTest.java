package io.alphaforge.ui.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.alphaforge.run.ResultRow;
import io.alphaforge.run.ReturnSummary;
import io.alphaforge.ui.scripted.Rows;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LiveSummaryTest {
    private final LiveSummary summary = new LiveSummary();

    @Test
    void withoutRowsNothingIsDefined() {
        assertThat(summary.average().get()).isNaN();
        assertThat(summary.median().get()).isNaN();
        assertThat(summary.profitablePct().get()).isNaN();
        assertThat(summary.count().get()).isZero();
    }

    @Test
    void fourRowsAreSummedUp() {
        summary.add(List.of(Rows.of("A", 10, true, false), Rows.of("B", -20), Rows.of("C", 40), Rows.of("D", 0)));
        assertThat(summary.average().get()).isEqualTo(7.5);
        assertThat(summary.median().get()).isEqualTo(5);
        assertThat(summary.best().get()).isEqualTo(40);
        assertThat(summary.bestSymbol().get()).isEqualTo("C");
        assertThat(summary.worst().get()).isEqualTo(-20);
        assertThat(summary.worstSymbol().get()).isEqualTo("B");
        assertThat(summary.profitablePct().get()).isEqualTo(50);
        assertThat(summary.cached().get()).isEqualTo(1);
        assertThat(summary.count().get()).isEqualTo(4);
    }

    @Test
    void rowByRowItEqualsTheSummaryOfTheCommandLine() {
        Random random = new Random(5);
        List<ResultRow> rows = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            ResultRow row = Rows.of("C" + i, Math.rint(random.nextGaussian() * 30));
            rows.add(row);
            summary.add(List.of(row));
            if (i % 97 == 0 || i == 999) {
                ReturnSummary whole = ReturnSummary.of(rows);
                assertThat(summary.median().get()).isEqualTo(whole.median());
                assertThat(summary.average().get()).isEqualTo(whole.average(), within(1e-9));
                assertThat(summary.best().get()).isEqualTo(whole.best().value());
                assertThat(summary.bestSymbol().get()).isEqualTo(whole.best().symbol());
                assertThat(summary.worst().get()).isEqualTo(whole.worst().value());
                assertThat(summary.worstSymbol().get()).isEqualTo(whole.worst().symbol());
                assertThat(summary.profitablePct().get()).isEqualTo(whole.profitablePct(), within(1e-9));
            }
        }
    }

    @Test
    void clearedItStartsAnew() {
        ResultRow row = Rows.of("A", -5);
        summary.add(List.of(Rows.of("B", 90), Rows.of("C", -90)));
        summary.addFailed(3);
        summary.clear();
        summary.add(List.of(row));
        assertThat(summary.best().get()).isEqualTo(-5);
        assertThat(summary.worst().get()).isEqualTo(-5);
        assertThat(summary.median().get()).isEqualTo(-5);
        assertThat(summary.failed().get()).isZero();
        assertThat(summary.profitablePct().get()).isZero();
    }
}
