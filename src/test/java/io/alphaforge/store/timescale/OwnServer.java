package io.alphaforge.store.timescale;

import io.alphaforge.store.timescale.Servers.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** A PostgreSQL of one test's own on the loopback interface, which may be killed and started again on what it left. */
public final class OwnServer implements AutoCloseable {
    private final Path bin;
    private final Path folder;
    private final List<String> settings;
    private final int port = freePort();
    private @Nullable Process process;

    /** A server on data that are there. */
    private OwnServer(Path bin, Path folder, List<String> settings) {
        this.bin = bin;
        this.folder = folder;
        this.settings = settings;
        start();
    }

    private OwnServer(Path bin, Path folder, String... settings) {
        this.bin = bin;
        this.folder = folder;
        this.settings = List.of(settings);
        run(List.of(
                bin.resolve("initdb").toString(),
                "-D",
                data().toString(),
                "-U",
                "postgres",
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--no-sync"));
        start();
    }

    /**
     * Starts a server out of the binaries that the tests bring along.
     *
     * @param folder an existing folder for its data
     * @param settings each as in its configuration file
     */
    public static OwnServer embedded(Path folder, String... settings) {
        String any = Servers.emptyDatabase(Kind.PLAIN);
        return new OwnServer(
                Path.of(Servers.value(any, "SELECT setting FROM pg_config WHERE name = 'BINDIR'")), folder, settings);
    }

    /** Makes a replica of this server, which is killed and started for that, and takes everything over as it comes. */
    public OwnServer replica(Path copy) {
        kill();
        try (Stream<Path> all = Files.walk(data())) {
            for (Path from : all.toList()) {
                Path to = copy.resolve("data").resolve(data().relativize(from));
                // With their rights, without which a server refuses its folder.
                Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES);
            }
            Files.delete(copy.resolve("data/postmaster.pid"));
            Files.createFile(copy.resolve("data/standby.signal"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start();
        return new OwnServer(
                bin, copy, List.of("primary_conninfo=host=127.0.0.1 port=" + port + " user=postgres sslmode=disable"));
    }

    /** Starts a server out of a PostgreSQL of this machine that can encrypt; skips the test where there is none. */
    static OwnServer encrypting(Path folder, String... settings) throws IOException {
        Path installations = Path.of("/usr/lib/postgresql");
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(installations)) {
            try (Stream<Path> versions = Files.list(installations)) {
                versions.map(version -> version.resolve("bin"))
                        .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                        .sorted()
                        .forEach(found::add);
            }
        }
        Assumptions.assumeFalse(
                found.isEmpty(), "No PostgreSQL that encrypts is installed: certificates are not tested.");
        return new OwnServer(found.getLast(), folder, settings);
    }

    /** Where its data are. */
    public Path data() {
        return folder.resolve("data");
    }

    int port() {
        return port;
    }

    /** The address of its database {@code postgres}. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
    }

    /** Starts it, after a kill too, and waits until it answers. */
    public void start() {
        List<String> command = new ArrayList<>(List.of(
                bin.resolve("postgres").toString(),
                "-D",
                data().toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories="));
        settings.forEach(setting -> command.addAll(List.of("-c", setting)));
        try {
            Process started = new ProcessBuilder(asNobody(command))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
            process = started;
            Runtime.getRuntime().addShutdownHook(new Thread(started::destroyForcibly));
            await(started);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path log() {
        // Not in the folder of the data, which may have no room.
        return Path.of(System.getProperty("java.io.tmpdir"), "alphaforge-server-" + port + ".log");
    }

    private void await(Process started) throws IOException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            try (Connection connection = DriverManager.getConnection(url())) {
                if (connection.isValid(5)) {
                    return;
                }
            } catch (SQLException e) {
                if (System.nanoTime() > end || !started.isAlive()) {
                    throw new IOException(Files.readString(log()), e);
                }
                Thread.onSpinWait();
            }
        }
    }

    /** Ends all its processes as a loss of power would: none of them gets to do anything any more. */
    public void kill() {
        Process killed = process;
        if (killed != null) {
            List<ProcessHandle> children = killed.descendants().toList();
            killed.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
            children.forEach(child -> child.onExit().join());
            killed.onExit().join();
        }
        process = null;
    }

    @Override
    public void close() {
        kill();
        try {
            Files.deleteIfExists(log());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** PostgreSQL refuses to run as root, which in a namespace of users it is not. */
    private static List<String> asNobody(List<String> command) {
        List<String> all = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            all.addAll(List.of("unshare", "-U"));
        }
        all.addAll(command);
        return all;
    }

    private static void run(List<String> command) {
        try {
            Process process = new ProcessBuilder(asNobody(command))
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
