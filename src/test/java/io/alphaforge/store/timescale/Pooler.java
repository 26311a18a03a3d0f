package io.alphaforge.store.timescale;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A PgBouncer on the loopback interface that hands a server connection on after every transaction. */
final class Pooler implements AutoCloseable {
    private static final Path PROGRAM = Path.of("/usr/sbin/pgbouncer");

    private final Path folder;
    private final Process process;
    private final int port = OwnServer.freePort();

    /**
     * Starts one; skips the test where the program is missing.
     *
     * @param folder an existing folder for its settings
     * @param port of the server behind it
     * @param connections how many it keeps to the server
     */
    Pooler(Path folder, int port, int connections) throws IOException {
        Assumptions.assumeTrue(
                Files.isExecutable(PROGRAM), "PgBouncer is not installed on this machine: it is not tested.");
        this.folder = folder;
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path settings = folder.resolve("pgbouncer.ini");
        Files.writeString(settings, """
                [databases]
                * = host=127.0.0.1 port=%d
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = any
                auth_file =
                pool_mode = transaction
                default_pool_size = %d
                server_lifetime = 3600
                """.replace("* =", "* = user=postgres").formatted(port, this.port, connections));
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            // It refuses to run as root.
            command.addAll(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        }
        command.addAll(List.of(PROGRAM.toString(), settings.toString()));
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        await();
    }

    private Path log() {
        return folder.resolve("log");
    }

    private void await() throws IOException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (true) {
            try (Connection connection = DriverManager.getConnection(through("postgres"))) {
                if (connection.isValid(5)) {
                    return;
                }
            } catch (SQLException e) {
                if (System.nanoTime() > end || !process.isAlive()) {
                    throw new IOException(Files.readString(log(), StandardCharsets.UTF_8), e);
                }
                Thread.onSpinWait();
            }
        }
    }

    /** The address of a database through it. */
    String through(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=postgres";
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
            Files.deleteIfExists(log());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
