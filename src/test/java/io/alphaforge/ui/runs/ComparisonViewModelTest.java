package io.alphaforge.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.engine.FillPolicy;
import io.alphaforge.run.ArchivedRun;
import io.alphaforge.run.CoinRequest;
import io.alphaforge.run.RunComparison.Pair;
import io.alphaforge.run.RunSpec;
import io.alphaforge.run.RunSummary.Status;
import io.alphaforge.store.duckdb.DuckDbStore;
import io.alphaforge.ui.scripted.ManualPulse;
import io.alphaforge.ui.scripted.RecordedDesk;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ComparisonViewModelTest {
    @TempDir
    private Path folder;

    private final ManualPulse pulse = new ManualPulse();
    private DuckDbStore store;
    private ComparisonViewModel model;

    @BeforeEach
    void open() {
        store = DuckDbStore.open(folder.resolve("prices.duckdb"), InstantSource.system());
        List<ArchivedRun> runs = PastRuns.three();
        runs.forEach(store.runs()::save);
        RunSpec optimistic = PastRuns.under(runs.getFirst().header().spec(), FillPolicy.SAME_CLOSE);
        store.runs()
                .save(PastRuns.of(
                        "run-4",
                        "2025-02-04T00:00:00Z",
                        optimistic,
                        Status.FINISHED,
                        runs.getFirst().rows(),
                        Map.of()));
        model = new ComparisonViewModel(store.runs(), new RecordedDesk(Runnable::run, pulse, Clock.systemUTC()).desk());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void twoRunsAreReadFromTheArchiveAndJoined() {
        compare("run-1", "run-2");
        Compared compared = Objects.requireNonNull(model.compared().get());
        assertThat(compared.comparison().totals().both()).isEqualTo(3);
        assertThat(compared.comparison().totals().onlyFirst()).isOne();
        assertThat(compared.comparison().totals().onlySecond()).isOne();
        assertThat(model.shown()).hasSize(5);
        assertThat(model.differences()).containsExactly(new SpecDifference("fast", "10", "20"));
        assertThat(model.firstName()).isEqualTo("fast 10");
        assertThat(model.secondName()).isEqualTo("fast 20");
    }

    @Test
    void runsUnderTwoFillPoliciesAreCalledByThem() {
        compare("run-1", "run-4");
        assertThat(model.firstName()).isEqualTo("next-open");
        assertThat(model.secondName()).isEqualTo("same-close");
    }

    @Test
    void runsThatDifferInTooMuchAreCalledAAndB() {
        compare("run-1", "run-3");
        assertThat(model.firstName()).isEqualTo("A");
        assertThat(model.secondName()).isEqualTo("B");
    }

    @Test
    void whatIsEqualCanBeLeftOut() {
        compare("run-1", "run-2");
        model.differencesOnly().set(true);
        assertThat(model.shown()).hasSize(2).noneMatch(Pair::inBoth);
        model.filter().set("btc");
        assertThat(model.shown()).extracting(Pair::symbol).containsExactly("BTCUSDT");
        model.differencesOnly().set(false);
        model.filter().set("");
        assertThat(model.shown()).hasSize(5);
    }

    @Test
    void everyCoinSaysWhyItIsInOneRunOnly() {
        compare("run-1", "run-2");
        Compared compared = Objects.requireNonNull(model.compared().get());
        Pair alone = model.shown().stream()
                .filter(pair -> pair.second() == null)
                .findFirst()
                .orElseThrow();
        assertThat(compared.note(alone, "A", "B")).isEqualTo("only in A");
        Pair equal = model.shown().stream().filter(Pair::inBoth).findFirst().orElseThrow();
        assertThat(compared.note(equal, "A", "B")).isEqualTo("identical fills");
        Pair failed = new Pair("COIN99USDT", alone.first(), null);
        assertThat(compared.note(failed, "A", "B"))
                .isEqualTo("only in A; failed in B: It has only 12 bars in the range.");
    }

    @Test
    void aCoinOpensWithTheSettingsOfTheFirstRunThatHasIt() {
        compare("run-1", "run-2");
        Compared compared = Objects.requireNonNull(model.compared().get());
        for (Pair pair : model.shown()) {
            RunSpec expected = (pair.first() == null ? compared.second() : compared.first())
                    .header()
                    .spec();
            assertThat(model.coin(pair)).isEqualTo(CoinRequest.of(expected, pair.any()));
        }
    }

    @Test
    void aRunThatIsGoneIsExplained() {
        compare("run-1", "run-9");
        assertThat(model.compared().get()).isNull();
        assertThat(model.problem().get()).contains("run-9 is not in the archive");
    }

    private void compare(String first, String second) {
        model.compare(first, second);
        while (pulse.pending() > 0) {
            pulse.frame();
        }
    }
}
