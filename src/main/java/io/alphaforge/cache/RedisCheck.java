package io.alphaforge.cache;

import io.alphaforge.run.Finding;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.RedisClient;

/** Looks at a Redis with a connection of its own and says in plain words what it is, or why it cannot be used. */
public final class RedisCheck {
    private static final Logger LOG = LoggerFactory.getLogger(RedisCheck.class);
    private static final int TRIPS = 21;

    private RedisCheck() {}

    /** Connects and asks; may take as long as the options let it wait. */
    public static Finding of(RedisOptions options) {
        try (RedisLink link = new RedisLink(options)) {
            return new Finding("redis", true, options + " answers: " + link.call(RedisCheck::describe));
        } catch (RuntimeException e) {
            LOG.warn("{} cannot be used", options, e);
            String text = e instanceof IllegalArgumentException
                    ? String.valueOf(e.getMessage())
                    : options + " cannot be used: " + Failures.reason(e, options) + ".";
            return new Finding("redis", false, text);
        }
    }

    private static String describe(RedisClient client) {
        double[] trips = new double[TRIPS];
        for (int i = 0; i < TRIPS; i++) {
            long start = System.nanoTime();
            client.ping();
            trips[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(trips);
        Map<String, String> info = (client.info("server") + "\n" + client.info("memory"))
                .lines()
                .filter(line -> line.indexOf(':') > 0)
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf(':')),
                        line -> line.substring(line.indexOf(':') + 1).strip(),
                        (one, other) -> one));
        String most = info.getOrDefault("maxmemory", "0");
        return String.format(
                Locale.ROOT,
                "version %s, round trip %.2f ms, %s in use %s",
                info.getOrDefault("redis_version", "unknown"),
                trips[TRIPS / 2],
                info.getOrDefault("used_memory_human", "unknown memory"),
                most.equals("0")
                        ? "without a limit"
                        : "of at most " + info.getOrDefault("maxmemory_human", most) + " ("
                                + info.getOrDefault("maxmemory_policy", "") + ")");
    }
}
