package io.alphaforge.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.RedisClient;
import redis.embedded.RedisServer;
import redis.embedded.core.RedisServerBuilder;

/** A redis-server of a test's own on the loopback interface; where it cannot be started the test fails. */
public final class RealRedis implements AutoCloseable {
    private final int port;
    private final String[] settings;
    private @Nullable RedisServer server;

    /** Starts a server with settings as in its configuration file. */
    public RealRedis(String... settings) {
        this.port = freePort();
        this.settings = settings;
        start();
    }

    public void start() {
        try {
            RedisServerBuilder builder = RedisServer.newRedisServer()
                    .port(port)
                    .bind("127.0.0.1")
                    .setting("save \"\"")
                    .setting("appendonly no")
                    .onShutdownForceStop(true);
            Arrays.stream(settings).forEach(builder::setting);
            RedisServer started = builder.build();
            started.start();
            server = started;
        } catch (IOException e) {
            throw new UncheckedIOException("The redis-server of the tests cannot be started.", e);
        }
    }

    public void stop() {
        try {
            if (server != null) {
                server.stop();
                server = null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Holds the process still: it accepts connections, as far as the system does that for it, and answers nothing. */
    Paused pause() {
        long pid = Long.parseLong(info("server", "process_id"));
        signal("STOP", pid);
        return () -> signal("CONT", pid);
    }

    /** A process that is held still until this is closed. */
    interface Paused extends AutoCloseable {
        @Override
        void close();
    }

    private static void signal(String name, long pid) {
        try {
            int status = new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (status != 0) {
                throw new IllegalStateException("The redis-server cannot be sent " + name + ".");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public int port() {
        return port;
    }

    /** The URL of its first database. */
    public String url() {
        return "redis://127.0.0.1:" + port;
    }

    RedisOptions options() {
        return RedisOptions.parse(url() + "?timeout=20s", Map.of());
    }

    /** Asks the server past the application. */
    public <T> T ask(Function<RedisClient, T> question) {
        try (RedisClient client =
                RedisClient.builder().hostAndPort("127.0.0.1", port).build()) {
            return question.apply(client);
        }
    }

    /** The keys of a pattern. */
    Set<String> keys(String pattern) {
        return ask(client -> client.keys(pattern));
    }

    /** A figure of INFO; empty where there is none of that name. */
    String info(String section, String name) {
        return ask(client -> client.info(section))
                .lines()
                .filter(line -> line.startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }

    /** How often a command was performed since the server started. */
    int calls(String command) {
        String stat = info("commandstats", "cmdstat_" + command);
        return stat.isEmpty() ? 0 : Integer.parseInt(stat.substring("calls=".length(), stat.indexOf(',')));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
