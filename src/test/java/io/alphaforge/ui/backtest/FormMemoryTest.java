package io.alphaforge.ui.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.engine.FillPolicy;
import io.alphaforge.market.Interval;
import io.alphaforge.strategy.Strategies;
import io.alphaforge.ui.scripted.ManualPulse;
import io.alphaforge.ui.scripted.RecordedDesk;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormMemoryTest {
    private final RecordedDesk recorded = new RecordedDesk(Runnable::run, new ManualPulse(), Clock.systemUTC());

    private BacktestForm form() {
        BacktestForm form = new BacktestForm(Strategies.all(), recorded.desk().watchlist());
        FormMemory memory = new FormMemory(form, recorded.desk().preferences());
        memory.restore();
        form.whenEdited(memory::keep);
        return form;
    }

    @Test
    void everyFieldComesBackAsItWasLeft() {
        BacktestForm first = form();
        first.parameters().getFirst().text().set("9");
        first.strategy().set(Strategies.named("bollinger"));
        first.parameters().getLast().text().set("2.5");
        first.universe().choice().set(UniverseChoice.BARS);
        first.universe().bars().text().set("300");
        first.universe().listed().text().set("BTCUSDT=, x");
        first.interval().set(Interval.H4);
        first.range().from().text().set("2024-01-01");
        first.capital().text().set("not a number");
        first.fee().text().set("0.075");
        first.slippage().text().set("0.05");
        first.fill().set(FillPolicy.SAME_CLOSE);
        first.useCache().set(false);

        BacktestForm second = form();
        assertThat(second.strategy().get().name()).isEqualTo("bollinger");
        assertThat(second.parameters().getLast().text().get()).isEqualTo("2.5");
        assertThat(second.parameters(Strategies.named("rsi")).getFirst().text().get())
                .isEqualTo("9");
        assertThat(second.universe().choice().get()).isEqualTo(UniverseChoice.BARS);
        assertThat(second.universe().bars().text().get()).isEqualTo("300");
        assertThat(second.universe().listed().text().get()).isEqualTo("BTCUSDT=, x");
        assertThat(second.interval().get()).isEqualTo(Interval.H4);
        assertThat(second.range().choice().get()).isEqualTo(RangeChoice.CUSTOM);
        assertThat(second.range().from().text().get()).isEqualTo("2024-01-01");
        assertThat(second.capital().text().get()).isEqualTo("not a number");
        assertThat(second.fee().text().get()).isEqualTo("0.075");
        assertThat(second.slippage().text().get()).isEqualTo("0.05");
        assertThat(second.fill().get()).isEqualTo(FillPolicy.SAME_CLOSE);
        assertThat(second.useCache().get()).isFalse();
    }

    @Test
    void aRelativeRangeComesBackAsARelativeRange() {
        form().range().choice().set(RangeChoice.DAYS_90);
        assertThat(form().range().choice().get()).isEqualTo(RangeChoice.DAYS_90);
    }

    @Test
    void whatAnotherVersionKeptAndThisOneDoesNotKnowIsLeftOut() {
        recorded.desk()
                .preferences()
                .putList(
                        "backtest.form",
                        List.of(
                                "strategy=gone",
                                "universe=MARS",
                                "interval=9x",
                                "fill=tomorrow",
                                "nonsense",
                                "top=25"));
        BacktestForm form = form();
        assertThat(form.strategy().get().name()).isEqualTo("rsi");
        assertThat(form.universe().choice().get()).isEqualTo(UniverseChoice.TOP);
        assertThat(form.universe().top().text().get()).isEqualTo("25");
        assertThat(form.problem().get()).isEmpty();
    }
}
