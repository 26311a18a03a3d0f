package io.alphaforge.ui.coin;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.Quality;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.market.Bars;
import io.alphaforge.market.DataDigest;
import io.alphaforge.market.Instrument;
import io.alphaforge.market.Interval;
import io.alphaforge.metrics.Backtest;
import io.alphaforge.metrics.BacktestSpec;
import io.alphaforge.run.BacktestService;
import io.alphaforge.run.CoinRequest;
import io.alphaforge.run.CoinStudy;
import io.alphaforge.run.RunEvent;
import io.alphaforge.run.RunHandle;
import io.alphaforge.run.RunSpec;
import io.alphaforge.ui.kit.StoreContents;
import io.alphaforge.ui.kit.chart.RandomBars;
import io.alphaforge.ui.scripted.ManualPulse;
import io.alphaforge.ui.scripted.RecordedDesk;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What the page of a coin shows, without a window. */
class CoinViewModelTest {
    private final ManualPulse pulse = new ManualPulse();
    private final RecordedDesk recorded = new RecordedDesk(Runnable::run, pulse, Clock.systemUTC());
    private final Studies studies = new Studies();
    private final CoinRequest btc = CoinRequest.bars("BTCUSDT", Interval.D1);
    private final CoinViewModel model = new CoinViewModel(studies, recorded.desk(), btc);

    @Test
    void everythingComesInOneRoundTrip() {
        model.show(new CoinRequest("BTCUSDT", null, Interval.D1, CoinFixture.spec("rsi", Map.of())));
        assertThat(model.busy().get()).isTrue();
        pulse.frame();
        assertThat(model.busy().get()).isFalse();
        assertThat(studies.asked).hasSize(1);
        CoinContent content = Objects.requireNonNull(model.content().get());
        assertThat(content.trades())
                .hasSameSizeAs(
                        Objects.requireNonNull(content.study().backtest()).trades())
                .isNotEmpty();
        assertThat(content.months()).isNotNull();
        assertThat(content.chart().panes()).extracting(p -> p.name()).containsExactly("RSI 14", "Equity", "Drawdown");
    }

    @Test
    void withoutABacktestThereAreNoPanes() {
        model.reload();
        pulse.frame();
        CoinContent content = Objects.requireNonNull(model.content().get());
        assertThat(content.chart().panes()).isEmpty();
        assertThat(content.trades()).isEmpty();
        assertThat(content.months()).isNull();
    }

    @Test
    void anotherIntervalKeepsTheBacktest() {
        BacktestSpec spec = CoinFixture.spec("sma-cross", Map.of());
        model.show(new CoinRequest("BTCUSDT", Interval.D1, Interval.D1, spec));
        model.show(Interval.W1);
        pulse.frame();
        assertThat(studies.asked.getLast()).isEqualTo(new CoinRequest("BTCUSDT", null, Interval.W1, spec));
        assertThat(model.title()).isEqualTo("BTCUSDT  1w");
    }

    @Test
    void theIntervalsAreThoseThatCanBeMadeOfWhatIsStored() {
        recorded.contents.set(
                StoreContents.of(List.of(series("BTCUSDT", Interval.H4, 1), series("ETHUSDT", Interval.M1, 1))));
        assertThat(model.intervals()).containsExactly(Interval.H4, Interval.D1, Interval.W1, Interval.MONTH);
        model.show(CoinRequest.bars("BTCUSDT", Interval.H12));
        assertThat(model.intervals())
                .containsExactly(Interval.H4, Interval.H12, Interval.D1, Interval.W1, Interval.MONTH);
        model.show(CoinRequest.bars("ETHUSDT", Interval.D1));
        assertThat(model.intervals())
                .containsExactly(
                        Interval.M1, Interval.M15, Interval.H1, Interval.H4, Interval.D1, Interval.W1, Interval.MONTH);
    }

    @Test
    void aFailureIsASentenceAndTryingAgainHelps() {
        studies.problem = "There are no bars of BTCUSDT at 1d or finer.";
        model.reload();
        pulse.frame();
        assertThat(model.problem().get()).isEqualTo("There are no bars of BTCUSDT at 1d or finer.");
        assertThat(model.content().get()).isNull();
        studies.problem = "";
        model.reload();
        pulse.frame();
        assertThat(model.problem().get()).isEmpty();
        assertThat(model.content().get()).isNotNull();
    }

    @Test
    void theBarsAloneCanBeShownWhereTheBacktestCannot() {
        model.show(new CoinRequest("BTCUSDT", null, Interval.D1, CoinFixture.spec("rsi", Map.of())));
        model.showBars();
        pulse.frame();
        assertThat(studies.asked.getLast().backtest()).isNull();
    }

    @Test
    void whatIsStoppedIsNotShown() {
        model.reload();
        model.cancel();
        pulse.frame();
        assertThat(model.content().get()).isNull();
        assertThat(model.cancelled().get()).isTrue();
        assertThat(model.busy().get()).isFalse();
    }

    @Test
    void stoppingTheNextOneKeepsWhatIsShown() {
        model.reload();
        pulse.frame();
        model.show(Interval.W1);
        model.cancel();
        pulse.frame();
        assertThat(model.request().get()).isEqualTo(btc);
        assertThat(Objects.requireNonNull(model.content().get()).study().bars().interval())
                .isEqualTo(Interval.D1);
    }

    @Test
    void anotherCoinNeverShowsTheBarsOfTheOneBefore() {
        model.reload();
        pulse.frame();
        model.show(CoinRequest.bars("ETHUSDT", Interval.D1));
        assertThat(model.content().get()).isNull();
    }

    @Test
    void theCoinIsBacktestedAndStarred() {
        model.backtest();
        model.toggleStar();
        assertThat(recorded.visited).containsExactly("backtest BTCUSDT");
        assertThat(recorded.desk().watchlist().symbols()).containsExactly("BTCUSDT");
    }

    @Test
    void barsThatChangedInTheStoreTakeThePlaceOfThoseShown() {
        model.reload();
        pulse.frame();
        CoinContent before = Objects.requireNonNull(model.content().get());
        studies.version++;
        recorded.contents.set(contents());
        pulse.frame();
        CoinContent after = Objects.requireNonNull(model.content().get());
        assertThat(after.study().series().version()).isEqualTo(2);
        model.selectedTrade().set(3);
        // Values that were replaced leave the contents of the store as they were.
        studies.version++;
        recorded.contents.set(contents());
        pulse.frame();
        assertThat(Objects.requireNonNull(model.content().get())
                        .study()
                        .series()
                        .version())
                .isEqualTo(3);
        assertThat(model.content().get()).isNotSameAs(before).isNotSameAs(after);
        assertThat(model.selectedTrade().get()).isEqualTo(-1);
    }

    @Test
    void aChangeOfOtherSeriesLeavesWhatIsShownAlone() {
        model.reload();
        pulse.frame();
        CoinContent before = model.content().get();
        model.selectedTrade().set(3);
        recorded.contents.set(contents());
        pulse.frame();
        assertThat(model.content().get()).isSameAs(before);
        assertThat(model.selectedTrade().get()).isEqualTo(3);
        assertThat(model.busy().get()).isFalse();
        model.close();
        int asked = studies.asked.size();
        recorded.contents.set(contents());
        assertThat(studies.asked).hasSize(asked);
    }

    private static StoreContents contents() {
        return StoreContents.of(List.of(series("BTCUSDT", Interval.D1, 1)));
    }

    @Test
    void closingDropsTheBars() {
        model.reload();
        pulse.frame();
        model.close();
        assertThat(model.content().get()).isNull();
    }

    private static StoredSeries series(String symbol, Interval interval, long version) {
        return new StoredSeries(
                Instrument.parse(symbol),
                interval,
                10,
                0,
                1,
                version,
                DataDigest.EMPTY,
                new Quality(0, 0, 0, 0, 0, 0, 0, 100),
                "test.csv",
                false);
    }

    /** Studies over random walks. */
    private static final class Studies implements BacktestService {
        final List<CoinRequest> asked = new ArrayList<>();
        String problem = "";
        long version = 1;

        @Override
        public RunHandle start(RunSpec spec, Consumer<RunEvent> listener) {
            throw new AssertionError("The page of a coin starts no run.");
        }

        @Override
        public CoinStudy study(CoinRequest request) {
            asked.add(request);
            if (!problem.isEmpty()) {
                throw new StoreException(problem);
            }
            Bars bars = RandomBars.of(request.interval(), 800, 5);
            StoredSeries series = series(request.symbol(), request.interval(), version);
            BacktestSpec spec = request.backtest();
            return spec == null
                    ? new CoinStudy(request, series, bars, null, List.of())
                    : new CoinStudy(
                            request,
                            series,
                            bars,
                            Backtest.detail(bars, spec),
                            spec.strategy().plots(bars, spec.parameters()));
        }
    }
}
