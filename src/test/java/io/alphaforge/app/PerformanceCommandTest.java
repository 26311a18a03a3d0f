package io.alphaforge.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.store.duckdb.DuckDbStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What runs took, by the command line, on a real database file. */
@Timeout(120)
class PerformanceCommandTest {
    @TempDir
    private Path home;

    private Console.Result run(String... arguments) {
        return new Console(home, Map.of("ALPHAFORGE_SLOW_QUERY_MS", "0")).run(arguments);
    }

    @Test
    void whatRunsTookIsToldByAnotherProcessAlsoWhileTheDatabaseIsInUse() {
        assertThat(run("performance").err()).contains("No run was measured yet.");
        run("demo", "--symbols", "4", "--days", "90", "--interval", "1d");
        for (int i = 0; i < 2; i++) {
            assertThat(run("backtest", "--strategy", "rsi").status()).isZero();
        }
        DuckDbStore holder = DuckDbStore.open(home.resolve("alphaforge.duckdb"), InstantSource.system());
        try {
            Console.Result all = run("performance", "--format", "csv");
            assertThat(all.status()).as(all.err()).isZero();
            assertThat(all.lines()).hasSize(13).first().isEqualTo("span,figure,runs,average,p50,p95,p99");
            assertThat(all.lines()).anyMatch(line -> line.startsWith("hour,cache_hit_pct,2,50.0,0.0,100.0,100.0"));
            assertThat(all.err()).contains("The last run took").contains("compute 0.0 ms");
            Console.Result day = run("performance", "--last", "day", "--format", "json");
            assertThat(day.lines()).hasSize(4).allMatch(line -> line.contains("\"span\":\"day\""));
            assertThat(run("performance").lines()).first().asString().startsWith("SPAN");
            assertThat(run("performance", "--runs", "--format", "csv").lines())
                    .hasSize(3)
                    .anyMatch(line -> line.contains("finished,rsi,1d,all,4,4,4,4,0,"));
            Console.Result wrong = run("performance", "--last", "week");
            assertThat(wrong.status()).isEqualTo(2);
            assertThat(wrong.err()).contains("choose hour, day or 1000");
        } finally {
            holder.close();
        }
        assertThat(run("db", "queries", "--format", "csv", "--limit", "200").out())
                .contains("DuckDbStore.series (SeriesTable/list)");
        assertThat(run("doctor", "--format", "csv").out())
                .contains("runs,true,2 finished runs were measured")
                .contains("cache hit rate,true,\"average 50.0 %, p50 0.0 %")
                .containsPattern("slow queries,true,\"?(the newest )?[1-9]");
    }
}
