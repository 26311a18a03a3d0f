package io.alphaforge.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.cache.RealRedis;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands that have to do with Redis, on a real server. */
@Timeout(120)
class RedisCommandLineTest {
    @TempDir
    Path home;

    @TempDir
    Path otherHome;

    private RealRedis redis;
    private Console console;

    @BeforeEach
    void open() {
        redis = new RealRedis();
        console = new Console(home);
    }

    @AfterEach
    void close() {
        redis.close();
    }

    private static void demo(Console console) {
        Console.Result demo = console.run("demo", "--symbols", "5", "--days", "200", "--seed", "7", "--quiet");
        assertThat(demo.status()).as(demo.err()).isZero();
    }

    private Console.Result backtest(Console console, String... more) {
        List<String> arguments = new java.util.ArrayList<>(
                List.of("backtest", "--strategy", "rsi", "--format", "json", "--redis", redis.url()));
        arguments.addAll(List.of(more));
        Console.Result result = console.run(arguments.toArray(String[]::new));
        assertThat(result.status()).as(result.err()).isZero();
        return result;
    }

    private Console.Result cache(String... command) {
        List<String> arguments = new java.util.ArrayList<>(List.of("cache"));
        arguments.addAll(List.of(command));
        arguments.addAll(List.of("--redis", redis.url()));
        Console.Result result = console.run(arguments.toArray(String[]::new));
        assertThat(result.status()).as(result.err()).isZero();
        return result;
    }

    @Test
    void resultsOfOneHomeAnswerARunInAnother() {
        demo(console);
        Console other = new Console(otherHome);
        demo(other);
        backtest(console);
        assertThat(rows(redis)).isEqualTo(5);
        assertThat(backtest(other).out()).contains("\"completed\":5", "\"cached\":5");
        assertThat(cache("stats", "--format", "csv").lines())
                .anyMatch(line -> line.startsWith("local,5,"))
                .anyMatch(line -> line.startsWith("Redis,5,"));
    }

    private static long rows(RealRedis redis) {
        return redis.<Integer>ask(client -> client.keys("alphaforge:2:row:*").size());
    }

    @Test
    void droppingAndClearingReachBothLayers() {
        demo(console);
        backtest(console);
        String symbol = redis.<List<String>>ask(client -> client.zrange("alphaforge:2:coins", 0, 0))
                .getFirst();
        assertThat(cache("drop", symbol.toLowerCase(java.util.Locale.ROOT)).out())
                .contains("2 results forgotten");
        assertThat(rows(redis)).isEqualTo(4);
        assertThat(cache("clear").out()).contains("8 results forgotten");
        assertThat(rows(redis)).isZero();
    }

    @Test
    void warmingRunsTheMostUsedAgain() {
        demo(console);
        backtest(console);
        backtest(console);
        backtest(console, "--set", "period=10");
        cache("clear");
        Console.Result warm = cache("warm", "--top", "1", "--format", "csv");
        assertThat(warm.lines()).hasSize(2);
        assertThat(warm.lines().get(1)).startsWith("rsi,").contains(",all,1d,2,finished,5,5,0,0,");
        assertThat(warm.err()).contains("Run 1 of 1, rsi 1d all:");
        assertThat(rows(redis)).isEqualTo(5);
        assertThat(backtest(console).out()).contains("\"cached\":5");
    }

    @Test
    void warmingWithoutAnyRunSaysSoAndAskingForNothingIsWrong() {
        demo(console);
        assertThat(cache("warm").err()).contains("nothing to run again");
        assertThat(console.run("cache", "warm", "--top", "0").status()).isEqualTo(2);
    }

    @Test
    void doctorSaysWhetherRedisAnswers() {
        demo(console);
        Console.Result well = console.run("doctor", "--redis", redis.url());
        assertThat(well.out()).contains("redis", "answers: version 6", "round trip");
        redis.stop();
        Console.Result away = console.run("doctor", "--redis", redis.url());
        assertThat(away.status()).isEqualTo(3);
        assertThat(away.out()).contains("nothing listens there");
    }

    @Test
    void aRunGoesOnWithoutRedisAndSaysSoOnce() {
        demo(console);
        redis.stop();
        Console.Result result = backtest(console);
        assertThat(result.out()).contains("\"completed\":5");
        Console.Result stats = cache("stats");
        assertThat(stats.errors())
                .filteredOn(line -> line.contains("cannot be used"))
                .hasSize(1);
        assertThat(stats.out()).contains("Redis (not reachable)");
    }

    @Test
    void aPasswordInTheUrlIsWrongUsageAndIsNotRepeated() {
        Console.Result result = console.run("cache", "stats", "--redis", "redis://:s3cret@127.0.0.1");
        assertThat(result.status()).isEqualTo(2);
        assertThat(result.errors()).hasSize(1);
        assertThat(result.err())
                .contains("contains a password", "ALPHAFORGE_REDIS_PASSWORD")
                .doesNotContain("s3cret");
    }

    @Test
    void theEnvironmentNamesARedisWhenTheCallDoesNot() {
        demo(console);
        try (var workspace = new WorkspaceWiring(java.util.Map.of("ALPHAFORGE_REDIS", redis.url()))
                .open(new io.alphaforge.run.WorkspaceOpener.Options(home, null))) {
            assertThat(workspace.cache().layers()).hasSize(2);
            assertThat(workspace.cache().check()).allMatch(finding -> finding.ok());
        }
    }
}
