package io.alphaforge.store.timescale;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** Real servers, each started once for all tests of the process, with a database of its own for every test. */
public final class Servers {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static @Nullable String plain;
    private static @Nullable Cluster community;
    private static @Nullable Cluster apache;

    private Servers() {}

    /** Which server a test wants. */
    public enum Kind {
        PLAIN,
        APACHE,
        COMMUNITY
    }

    /** The address of an empty database on a server of this kind; the test is skipped, saying so, where there is none. */
    public static String emptyDatabase(Kind kind) {
        String base = base(kind);
        String name = "test_" + ProcessHandle.current().pid() + "_" + COUNT.incrementAndGet();
        sql(base + "postgres?user=postgres", "CREATE DATABASE " + name);
        if (kind != Kind.PLAIN) {
            sql(base + name + "?user=postgres", "CREATE EXTENSION IF NOT EXISTS timescaledb");
        }
        return base + name + "?user=postgres";
    }

    /** The same, in which policies do not compress and refresh at moments of their own. */
    static String stillDatabase(Kind kind) {
        String url = emptyDatabase(kind);
        if (kind == Kind.COMMUNITY) {
            sql(url, "SELECT _timescaledb_functions.stop_background_workers()");
        }
        return url;
    }

    private static synchronized String base(Kind kind) {
        try {
            if (kind == Kind.PLAIN) {
                plain = plain == null ? embedded() : plain;
                return plain;
            }
            if (kind == Kind.COMMUNITY) {
                community = community == null ? Cluster.start(installation(), "timescale") : community;
                return community.base();
            }
            apache = apache == null ? Cluster.start(installation(), "apache") : apache;
            return apache.base();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server that lives as long as the process; the library stops it then. */
    private static String embedded() throws IOException {
        @SuppressWarnings("resource")
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("listen_addresses", "127.0.0.1")
                .start();
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/";
    }

    /** A PostgreSQL installation of this machine that has the extension. */
    private static Path installation() throws IOException {
        Optional<Path> found = Optional.empty();
        Path versions = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(versions)) {
            try (var folders = Files.list(versions)) {
                found = folders.filter(folder -> Files.exists(Path.of(
                                "/usr/share/postgresql",
                                folder.getFileName().toString(),
                                "extension/timescaledb.control")))
                        .findFirst();
            }
        }
        Assumptions.assumeTrue(
                found.isPresent(), "TimescaleDB is not installed on this machine: what needs it is not tested.");
        return found.orElseThrow();
    }

    public static void sql(String url, String... statements) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    public static String value(String url, String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Makes a user of the embedded server whom it lets in with a password only. */
    public static void lockedUser(String url, String user, String password) {
        String lines = "hba_" + user;
        sql(
                url,
                "CREATE ROLE " + user + " LOGIN PASSWORD '" + password + "'",
                "CREATE TABLE " + lines + " (line text)",
                "DO $$ BEGIN EXECUTE format('COPY " + lines + " FROM %L', current_setting('hba_file')); END $$");
        sql(
                url,
                "COPY (SELECT 'host all " + user + " 127.0.0.1/32 scram-sha-256' UNION ALL SELECT line FROM " + lines
                        + ") TO '" + value(url, "SELECT current_setting('hba_file')") + "'",
                "SELECT pg_reload_conf()",
                "DROP TABLE " + lines);
    }

    /** A cluster of an installed PostgreSQL on the loopback interface. */
    record Cluster(Path folder, Process process, int port) {
        static Cluster start(Path installation, String license) throws IOException {
            Path folder = Files.createTempDirectory("alphaforge-" + license);
            boolean root = "root".equals(System.getProperty("user.name"));
            // PostgreSQL refuses to run as root, which in a namespace of users it is not.
            String[] prefix = root ? new String[] {"unshare", "-U"} : new String[0];
            Path bin = installation.resolve("bin");
            Path data = folder.resolve("data");
            run(
                    prefix,
                    bin.resolve("initdb").toString(),
                    "-D",
                    data.toString(),
                    "-U",
                    "postgres",
                    "-A",
                    "trust",
                    "-E",
                    "UTF8",
                    "--no-sync");
            int port = free();
            Process process = new ProcessBuilder(concat(
                            prefix,
                            bin.resolve("postgres").toString(),
                            "-D",
                            data.toString(),
                            "-p",
                            Integer.toString(port),
                            "-c",
                            "listen_addresses=127.0.0.1",
                            "-c",
                            "unix_socket_directories=",
                            "-c",
                            "shared_preload_libraries=timescaledb",
                            "-c",
                            "timescaledb.license=" + license,
                            "-c",
                            "timescaledb.telemetry_level=off",
                            "-c",
                            "fsync=off"))
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("log").toFile())
                    .start();
            Cluster cluster = new Cluster(folder, process, port);
            Runtime.getRuntime().addShutdownHook(new Thread(cluster::remove));
            cluster.await();
            return cluster;
        }

        String base() {
            return "jdbc:postgresql://127.0.0.1:" + port + "/";
        }

        private void remove() {
            process.destroy();
            try {
                process.waitFor();
                try (var files = Files.walk(folder)) {
                    files.sorted(java.util.Comparator.reverseOrder())
                            .forEach(file -> file.toFile().delete());
                }
            } catch (IOException | InterruptedException e) {
                // What stays is in a folder for temporary files.
                System.err.println("The server's folder " + folder + " could not be deleted: " + e);
            }
        }

        private void await() throws IOException {
            long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (true) {
                try (Connection connection = DriverManager.getConnection(base() + "postgres?user=postgres")) {
                    if (connection.isValid(5)) {
                        return;
                    }
                } catch (SQLException e) {
                    if (System.nanoTime() > end || !process.isAlive()) {
                        throw new IOException(Files.readString(folder.resolve("log")), e);
                    }
                    Thread.onSpinWait();
                }
            }
        }

        private static int free() throws IOException {
            try (var socket = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            }
        }

        private static void run(String[] prefix, String... command) throws IOException {
            Process process = new ProcessBuilder(concat(prefix, command))
                    .redirectErrorStream(true)
                    .start();
            String output =
                    new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            try {
                if (process.waitFor() != 0) {
                    throw new IOException(String.format(Locale.ROOT, "%s: %s", command[0], output));
                }
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        private static String[] concat(String[] prefix, String... command) {
            String[] all = java.util.Arrays.copyOf(prefix, prefix.length + command.length);
            System.arraycopy(command, 0, all, prefix.length, command.length);
            return all;
        }
    }
}
