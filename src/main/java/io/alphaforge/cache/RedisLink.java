package io.alphaforge.cache;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.ClientSetInfoConfig;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Connections to one Redis, made when they are first needed. Making the first one loads a hundred classes, so nothing of
 * it happens in the constructor.
 */
final class RedisLink implements AutoCloseable {
    /** Asking, writing, probing and one more that waits for what no longer interests anybody. */
    private static final int MOST = 4;

    private final RedisOptions options;
    private @Nullable RedisClient client;
    private boolean closed;

    RedisLink(RedisOptions options) {
        this.options = options;
    }

    /**
     * Does one thing with the server.
     *
     * @throws JedisException when it does not answer or refuses
     */
    <T> T call(Function<RedisClient, T> work) {
        RedisClient now = client();
        try {
            return work.apply(now);
        } catch (JedisConnectionException e) {
            if (Failures.caused(e, SocketTimeoutException.class)) {
                throw e;
            }
            // A server closes what idles too long, and all it had when it starts anew: worth one more try.
            now.getPool().clear();
            return work.apply(now);
        }
    }

    RedisOptions options() {
        return options;
    }

    private synchronized RedisClient client() {
        if (closed) {
            throw new JedisConnectionException("The connection is closed.");
        }
        RedisClient made = client;
        if (made == null) {
            made = connect();
            client = made;
        }
        return made;
    }

    private RedisClient connect() {
        int timeout = Math.toIntExact(options.timeout().toMillis());
        DefaultJedisClientConfig.Builder config = DefaultJedisClientConfig.builder()
                // Known to every server, and enough for what is asked here.
                .resp2()
                .connectionTimeoutMillis(timeout)
                .socketTimeoutMillis(timeout)
                .database(options.address().database())
                .clientSetInfoConfig(ClientSetInfoConfig.DISABLED);
        if (options.user() != null && options.password() != null) {
            config.user(options.user());
        }
        if (options.password() != null) {
            config.password(options.password());
        }
        if (options.tls()) {
            config.sslOptions(RedisTls.options(options.certificates()));
        }
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(MOST);
        pool.setMaxIdle(MOST);
        pool.setMinIdle(0);
        pool.setMaxWait(options.timeout());
        // Idle connections are tried out by using them, not by a thread of their own.
        pool.setTimeBetweenEvictionRuns(Duration.ofMillis(-1));
        pool.setTestWhileIdle(false);
        pool.setJmxEnabled(false);
        return RedisClient.builder()
                .hostAndPort(options.address().host(), options.address().port())
                .clientConfig(config.build())
                .poolConfig((org.apache.commons.pool2.impl.GenericObjectPoolConfig<Connection>) pool)
                .build();
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (client != null) {
            client.close();
        }
    }
}
