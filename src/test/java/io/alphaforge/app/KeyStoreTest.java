package io.alphaforge.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.store.timescale.ServerAddress;
import io.alphaforge.store.timescale.Servers;
import io.alphaforge.store.timescale.Servers.Kind;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A real key store, asked by the application as a process of its own, and a server that lets nobody in without a password. */
@Timeout(240)
@EnabledOnOs(value = OS.LINUX, disabledReason = "the key stores of other systems belong to whoever is logged in")
class KeyStoreTest {
    private static final String PASSWORD = "corr3ct-h0rse";

    @TempDir
    private Path folder;

    private static boolean installed(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    private String application(String... arguments) {
        return String.join(
                " ",
                Stream.concat(
                                Stream.of(
                                        "'" + Path.of(System.getProperty("java.home"), "bin", "java") + "'",
                                        "--enable-native-access=ALL-UNNAMED",
                                        "-Xmx512m",
                                        "-cp",
                                        "\"$CLASSES\"",
                                        "io.alphaforge.app.Main",
                                        "--home='" + folder.resolve("af") + "'"),
                                Stream.of(arguments))
                        .toList());
    }

    /** Runs a script with a home of its own and returns what it wrote. */
    private String script(Map<String, String> environment, String... command) throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        Path runtime = Files.createDirectories(folder.resolve("run"));
        assertThat(runtime.toFile().setReadable(true, true)).isTrue();
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .redirectInput(Files.createFile(folder.resolve("empty-" + System.nanoTime()))
                        .toFile());
        Map<String, String> variables = builder.environment();
        List.of("DBUS_SESSION_BUS_ADDRESS", "ALPHAFORGE_DB_PASSWORD", "PGPASSWORD", "PGPASSFILE")
                .forEach(variables::remove);
        variables.put("CLASSES", System.getProperty("java.class.path"));
        variables.put("HOME", folder.toString());
        variables.put("XDG_RUNTIME_DIR", runtime.toString());
        variables.put("XDG_DATA_HOME", folder.resolve("data").toString());
        variables.put("XDG_CONFIG_HOME", folder.resolve("config").toString());
        variables.putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(200, TimeUnit.SECONDS)).isTrue();
        return Files.readString(output);
    }

    private void keep(String url, String user) {
        new WorkspaceWiring(Map.of()).connections(folder.resolve("af")).keep(List.of(Profiles.of("Team", url, user)));
    }

    @Test
    void aPasswordGoesIntoTheKeyStoreOpensTheServerAndIsNowhereElse() throws IOException, InterruptedException {
        Assumptions.assumeTrue(
                installed("gnome-keyring-daemon") && installed("dbus-run-session"),
                "There is no key store to be started on this machine: remembering passwords is not tested.");
        String url = Servers.emptyDatabase(Kind.PLAIN);
        String user = "kept_" + ProcessHandle.current().pid();
        Servers.lockedUser(url, user, PASSWORD);
        keep(url, user);
        Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        Files.writeString(
                folder.resolve("script"),
                String.join(
                        "\n",
                        "echo -n unlock | gnome-keyring-daemon --unlock --components=secrets",
                        "echo ONE",
                        application("doctor", "--profile=Team"),
                        "echo TWO",
                        application("profiles", "password", "Team") + " < \"$HOME/password\"",
                        application("profiles", "--format=csv"),
                        "echo THREE",
                        application("doctor", "--profile=Team"),
                        "echo FOUR",
                        application("profiles", "password", "Team", "--forget"),
                        application("profiles", "password", "Team", "--forget"),
                        application("doctor", "--profile=Team"),
                        "echo FIVE"));
        String output = script(
                Map.of(),
                "dbus-run-session",
                "--",
                "bash",
                folder.resolve("script").toString());
        assertThat(between(output, "ONE", "TWO"))
                .contains("none: the environment and the key store have none")
                .doesNotContain("a row was written");
        assertThat(between(output, "TWO", "THREE"))
                .contains("The password of Team is kept in the key store")
                .contains(",true");
        assertThat(between(output, "THREE", "FOUR"))
                .contains(user + " on test_")
                .contains("from the key store of this computer");
        assertThat(between(output, "FOUR", "FIVE"))
                .contains("is removed from the key store")
                .contains("holds no password of Team")
                .contains("none: the environment and the key store have none");
        assertThat(output).doesNotContain(PASSWORD);
        assertThat(filesWith(PASSWORD)).containsExactly("password");
    }

    private static String between(String text, String from, String to) {
        assertThat(text).contains(from + "\n").contains(to + "\n");
        return text.substring(text.indexOf(from + "\n"), text.indexOf(to + "\n"));
    }

    /** Names of the files that hold this text: settings, logs, whatever was written. */
    private List<String> filesWith(String text) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> holds(file, text))
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aKeyStoreThatNeverAnswersKeepsNobodyFromWorking() throws IOException, InterruptedException {
        String url = Servers.emptyDatabase(Kind.PLAIN);
        keep(url, "");
        new ProfileFile(folder.resolve("af").resolve("profiles.json"))
                .change(before -> new ProfileFile.Content(
                        List.of(Profiles.of("Team", url, "")),
                        new TreeSet<>(List.of(
                                ServerAddress.parse(Profiles.of("Team", url, "").address())
                                        .account()))));
        Path socket = Path.of(System.getProperty("java.io.tmpdir"), "silent-" + System.nanoTime());
        try (ServerSocketChannel bus = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            // Whoever connects waits for an answer that nobody gives.
            bus.bind(UnixDomainSocketAddress.of(socket));
            Files.writeString(folder.resolve("script"), application("db", "status", "--profile=Team"));
            String output = script(
                    Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + socket),
                    "bash",
                    folder.resolve("script").toString());
            assertThat(output).contains("no tables yet");
            assertThat(folder.resolve("af").resolve("logs").resolve("commands.log"))
                    .content()
                    .contains("The key store gave no password")
                    .contains("does not answer, perhaps because it is locked");
        } finally {
            Files.deleteIfExists(socket);
        }
    }
}
