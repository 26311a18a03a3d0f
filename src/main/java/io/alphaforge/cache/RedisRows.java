package io.alphaforge.cache;

import io.alphaforge.market.DataDigest;
import io.alphaforge.market.Interval;
import io.alphaforge.run.RunKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.params.SetParams;

/**
 * Rows in a Redis, and what finds them again without looking through the server's keys. All methods throw the client's
 * exceptions.
 *
 * <pre>
 * alphaforge:2:row:SETUP:SYMBOL   the row of one coin and setup, gone after the time to live
 * alphaforge:2:coin:SYMBOL        sorted set of the setups that have a row of this coin, by the time at which it expires
 * alphaforge:2:coins              sorted set of the coins that have rows
 * alphaforge:2:counters           hits and misses of everybody who shares the server
 * </pre>
 *
 * A row for itself, instead of one hash a coin, because the server lets only whole keys expire before version 7.4, and
 * because one MGET then answers a run. An index a coin, instead of a generation that makes its rows unreachable, because
 * dropped rows then free their memory at once and can be counted. The index cannot grow without bound: each write takes
 * out what has expired, and the index itself expires when nothing was written to it for longer than any row may live.
 * It is written before the rows, so that a client that dies in between leaves no row which is in no index.
 */
final class RedisRows {
    /** The number is the version of the format; another one shares nothing with this. */
    private static final String PREFIX = "alphaforge:2:";

    private static final String COINS = PREFIX + "coins";
    private static final String COUNTERS = PREFIX + "counters";
    private static final Duration INDEX_LIFE = RedisOptions.LONGEST.plusDays(1);
    /** Clocks of several computers differ; an index may know rows that are gone, but should know all that are there. */
    private static final Duration CLOCKS = Duration.ofHours(1);

    private final RedisLink link;
    private final InstantSource clock;

    RedisRows(RedisLink link, InstantSource clock) {
        this.link = link;
        this.clock = clock;
    }

    /** What is kept. */
    record Figures(long entries, long bytes, long hits, long misses) {
        static final Figures NONE = new Figures(0, 0, 0, 0);
    }

    /** The values under these keys, in one round trip. */
    List<Optional<byte[]>> values(List<RunKey> keys) {
        byte[][] names = keys.stream().map(RedisRows::bytes).toArray(byte[][]::new);
        return link.call(client -> client.mget(names)).stream()
                .map(value -> Optional.<byte[]>ofNullable(value))
                .toList();
    }

    /** Asks for what is never there, in the way that a run asks. */
    void probe() {
        values(List.of(new RunKey("-", "-", Interval.D1, DataDigest.EMPTY)));
    }

    /** Keeps values, in one round trip. */
    void write(Map<RunKey, byte[]> values) {
        if (values.isEmpty()) {
            return;
        }
        long now = clock.millis();
        double expiry = (double) (now + link.options().ttl().toMillis());
        Map<String, Map<String, Double>> setups = new HashMap<>();
        values.keySet()
                .forEach(key -> setups.computeIfAbsent(key.symbol(), s -> new HashMap<>())
                        .put(key.setup(), expiry));
        Map<String, Double> coins = new HashMap<>();
        setups.keySet().forEach(symbol -> coins.put(symbol, (double) (now + INDEX_LIFE.toMillis())));
        List<Response<?>> replies = new ArrayList<>();
        link.call(client -> {
            replies.clear();
            try (Pipeline pipe = client.pipelined()) {
                replies.add(index(pipe, COINS, coins, (double) now));
                setups.forEach((symbol, scores) ->
                        replies.add(index(pipe, coin(symbol), scores, (double) (now - CLOCKS.toMillis()))));
                SetParams life = SetParams.setParams().px(link.options().ttl().toMillis());
                values.forEach((key, value) -> replies.add(pipe.set(bytes(key), value, life)));
                pipe.sync();
            }
            return replies.size();
        });
        // Replies that are refusals throw here.
        replies.forEach(Response::get);
    }

    private static Response<Long> index(Pipeline pipe, String name, Map<String, Double> scores, double expired) {
        Response<Long> added = pipe.zadd(name, scores);
        pipe.zremrangeByScore(name, 0, expired);
        pipe.expire(name, INDEX_LIFE.toSeconds());
        return added;
    }

    /** Adds to the counters of everybody. */
    void count(long hits, long misses) {
        link.call(client -> {
            try (Pipeline pipe = client.pipelined()) {
                pipe.hincrBy(COUNTERS, "hits", hits);
                pipe.hincrBy(COUNTERS, "misses", misses);
                pipe.expire(COUNTERS, INDEX_LIFE.toSeconds());
                pipe.sync();
            }
            return 0;
        });
    }

    /** Removes the rows of coins, in two round trips; returns how many there were. */
    long drop(Collection<String> symbols) {
        List<String> coins = List.copyOf(symbols);
        return link.call(client -> {
            List<Response<List<String>>> setups = new ArrayList<>();
            try (Pipeline pipe = client.pipelined()) {
                coins.forEach(symbol -> setups.add(pipe.zrange(coin(symbol), 0, -1)));
                pipe.sync();
            }
            List<Response<Long>> removed = new ArrayList<>();
            try (Pipeline pipe = client.pipelined()) {
                for (int i = 0; i < coins.size(); i++) {
                    String symbol = coins.get(i);
                    String[] known = setups.get(i).get().toArray(String[]::new);
                    for (String setup : known) {
                        removed.add(pipe.del(row(setup, symbol)));
                    }
                    if (known.length > 0) {
                        // Not the whole index: another computer may have added to it since it was read.
                        pipe.zrem(coin(symbol), known);
                    }
                }
                pipe.sync();
            }
            return removed.stream().mapToLong(Response::get).sum();
        });
    }

    /** Removes everything of this application and nothing else. */
    long clear() {
        List<String> coins = link.call(client -> client.zrange(COINS, 0, -1));
        long removed = drop(coins);
        link.call(client -> client.del(COINS, COUNTERS));
        return removed;
    }

    /**
     * Sizes from the indexes, in three round trips whatever the number of rows. Bytes are those of a coin's newest value
     * times its number of rows: rows differ by a few bytes only, and asking each for its length would take a command a
     * row.
     */
    Figures figures() {
        return link.call(client -> {
            List<String> coins = client.zrange(COINS, 0, -1);
            List<String> counters = client.hmget(COUNTERS, "hits", "misses");
            List<Response<Long>> counts = new ArrayList<>();
            List<Response<List<String>>> newest = new ArrayList<>();
            try (Pipeline pipe = client.pipelined()) {
                for (String symbol : coins) {
                    counts.add(pipe.zcount(coin(symbol), (double) clock.millis(), Double.POSITIVE_INFINITY));
                    newest.add(pipe.zrange(coin(symbol), -1, -1));
                }
                pipe.sync();
            }
            List<Response<Long>> lengths = new ArrayList<>();
            try (Pipeline pipe = client.pipelined()) {
                for (int i = 0; i < coins.size(); i++) {
                    List<String> setup = newest.get(i).get();
                    lengths.add(pipe.strlen(setup.isEmpty() ? PREFIX : row(setup.getFirst(), coins.get(i))));
                }
                pipe.sync();
            }
            long entries = 0;
            long bytes = 0;
            for (int i = 0; i < coins.size(); i++) {
                entries += counts.get(i).get();
                bytes += counts.get(i).get() * lengths.get(i).get();
            }
            return new Figures(entries, bytes, number(counters.get(0)), number(counters.get(1)));
        });
    }

    private static long number(@Nullable String text) {
        return text == null ? 0 : Long.parseLong(text);
    }

    private static String row(String setup, String symbol) {
        return PREFIX + "row:" + setup + ":" + symbol;
    }

    private static String coin(String symbol) {
        return PREFIX + "coin:" + symbol;
    }

    private static byte[] bytes(RunKey key) {
        return row(key.setup(), key.symbol()).getBytes(StandardCharsets.UTF_8);
    }
}
