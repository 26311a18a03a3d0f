package io.alphaforge.cache;

import io.alphaforge.run.ResultRow;
import io.alphaforge.run.RunKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import redis.clients.jedis.RedisClient;

/**
 * How long 243 rows take out of a Redis on the loopback interface, beside one MGET of the same bytes that are thrown
 * away. Both alternate in one virtual machine, each on a connection that is there already.
 */
public final class RedisRoundTrip {
    private static final int COINS = 243;
    private static final int WARM_UP = 300;
    private static final int ROUNDS = 1_000;

    private RedisRoundTrip() {}

    public static void main(String[] arguments) {
        try (RealRedis redis = new RealRedis();
                RedisResultCache cache = RedisResultCache.open(
                        redis.options(), InstantSource.system(), Duration.ofSeconds(20), Availability.Pauses.USUAL);
                RedisClient floor = RedisClient.builder()
                        .hostAndPort("127.0.0.1", redis.port())
                        .build()) {
            Map<RunKey, ResultRow> rows = CachedRows.many(COINS);
            cache.put(rows);
            cache.settle(Duration.ofSeconds(20));
            Set<RunKey> keys = rows.keySet();
            byte[][] names = keys.stream()
                    .map(key ->
                            ("alphaforge:2:row:" + key.setup() + ":" + key.symbol()).getBytes(StandardCharsets.UTF_8))
                    .toArray(byte[][]::new);
            long bytes =
                    floor.mget(names).stream().mapToLong(value -> value.length).sum();
            List<Double> plain = new ArrayList<>();
            List<Double> whole = new ArrayList<>();
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                long start = System.nanoTime();
                int values = floor.mget(names).size();
                long middle = System.nanoTime();
                int found = cache.get(keys).size();
                long end = System.nanoTime();
                if (values != COINS || found != COINS) {
                    throw new IllegalStateException(values + " values, " + found + " rows");
                }
                if (round == -WARM_UP) {
                    System.out.printf(
                            Locale.ROOT,
                            "first: MGET %.1f ms, rows %.1f ms%n",
                            (middle - start) / 1e6,
                            (end - middle) / 1e6);
                }
                if (round >= 0) {
                    plain.add((middle - start) / 1e6);
                    whole.add((end - middle) / 1e6);
                }
            }
            System.out.printf(Locale.ROOT, "%d rows, %,d bytes of values%n", COINS, bytes);
            tell("one MGET", plain);
            tell("rows", whole);
            System.out.printf(Locale.ROOT, "ratio of medians %.2f%n", quantile(whole, 0.5) / quantile(plain, 0.5));
        }
    }

    private static void tell(String what, List<Double> millis) {
        System.out.printf(
                Locale.ROOT,
                "%s: median %.2f ms, 95 %% %.2f ms, most %.2f ms%n",
                what,
                quantile(millis, 0.5),
                quantile(millis, 0.95),
                quantile(millis, 1));
    }

    private static double quantile(List<Double> values, double share) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.round(share * sorted.length))];
    }
}
