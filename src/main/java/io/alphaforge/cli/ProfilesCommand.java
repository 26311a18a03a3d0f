package io.alphaforge.cli;

import io.alphaforge.catalog.Field;
import io.alphaforge.run.ConnectionProfile;
import io.alphaforge.run.Connections;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Lists the servers that have a profile, and keeps their passwords in the key store. */
@Command(name = "profiles", description = "Lists the connection profiles, which the settings of the window make.")
final class ProfilesCommand implements Callable<Integer> {
    private static final int LONGEST = 1_000;

    /** @param kept whether its password is in the key store */
    private record Row(ConnectionProfile profile, boolean kept) {}

    private static final List<Field<Row>> FIELDS = List.of(
            Field.text("name", row -> row.profile().name()),
            Field.text("address", row -> row.profile().address()),
            Field.text("replicas", row -> row.profile().server().replicas()),
            Field.integer("timeout_s", row -> row.profile().timeout()),
            Field.text("redis", row -> row.profile().redis()),
            Field.flag("password_kept", Row::kept));

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private RootCommand root;

    @Override
    public Integer call() {
        Connections connections = connections();
        List<Row> rows = connections.profiles().stream()
                .map(profile -> new Row(profile, connections.remembers(profile.address())))
                .toList();
        if (rows.isEmpty()) {
            root.terminal.note("There are no profiles yet; the settings of the window make them.");
        }
        new Rows<>(FIELDS, List.of("name", "address", "password_kept")).write(rows, root.format, root.terminal.out());
        return ExitStatus.DONE;
    }

    @Command(
            name = "password",
            description =
                    "Reads the password of a profile from the terminal, without showing it, or from standard input,"
                            + " and keeps it in the key store of this computer.")
    Integer password(
            @Parameters(paramLabel = "NAME", description = "Name of the profile.") String name,
            @Option(names = "--forget", description = "Remove it from the key store instead.") boolean forget) {
        ConnectionProfile profile = connections().profile(name);
        if (forget) {
            boolean held = connections().forget(profile.address());
            root.terminal.note(
                    held
                            ? "The password of " + profile.name() + " is removed from the key store."
                            : "The key store holds no password of " + profile.name() + ".");
            return ExitStatus.DONE;
        }
        char[] password = read(System.console(), "Password of " + profile.label() + ": ");
        try {
            if (password.length == 0) {
                throw new IllegalArgumentException("No password was given, so none is kept.");
            }
            connections().remember(profile.address(), password);
        } finally {
            Arrays.fill(password, '\0');
        }
        root.terminal.note("The password of " + profile.name() + " is kept in the key store of this computer.");
        return ExitStatus.DONE;
    }

    private Connections connections() {
        return root.opener().connections(root.options().home());
    }

    private static char[] read(@Nullable Console console, String prompt) {
        if (console != null && console.isTerminal()) {
            char[] typed = console.readPassword("%s", prompt);
            return typed == null ? new char[0] : typed;
        }
        char[] buffer = new char[LONGEST];
        try {
            // Not closed: standard input is not this command's own.
            InputStreamReader in = new InputStreamReader(System.in, Charset.defaultCharset());
            int length = 0;
            for (int c = in.read(); c >= 0 && c != '\n' && length < LONGEST; c = in.read()) {
                buffer[length++] = (char) c;
            }
            int end = length > 0 && buffer[length - 1] == '\r' ? length - 1 : length;
            return Arrays.copyOf(buffer, end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Arrays.fill(buffer, '\0');
        }
    }
}
