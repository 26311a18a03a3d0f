package io.alphaforge.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphaforge.cli.Cli;
import io.alphaforge.instance.Listener;
import io.alphaforge.instance.Meeting;
import io.alphaforge.instance.Refusal;
import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.store.duckdb.BareOpener;
import io.alphaforge.store.duckdb.ChildProcess;
import io.alphaforge.ui.shell.Crash;
import io.alphaforge.ui.shell.OpenWindow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Commands on a database that a window, here only its part without a screen, has open. */
@Timeout(120)
class HandOverTest {
    @TempDir
    Path home;

    private final WorkspaceWiring wiring = new WorkspaceWiring(Map.of());
    private final Guests guests = new Guests(wiring);
    private final List<String> shown = new CopyOnWriteArrayList<>();
    private boolean closing;
    private Listener listener = new Listener(OneWindow.meeting(Path.of("."), Map.of()), "", guests);
    private WorkspaceOpener.Options options = new WorkspaceOpener.Options(Path.of("."), null);

    @BeforeEach
    void listen() {
        options = new WorkspaceOpener.Options(home, null);
        listener = new Listener(OneWindow.meeting(home, Map.of()), OneWindow.version(), guests);
        guests.at(new Recorded());
    }

    private class Recorded implements OpenWindow {
        @Override
        public boolean toFront() {
            return !closing && shown.add("front");
        }

        @Override
        public boolean openFiles(List<Path> files) {
            return !closing && shown.add("files " + files);
        }

        @Override
        public void crashed(Crash crash) {
            shown.add("crash");
        }

        @Override
        public Runnable begin(String title, Runnable cancel, Runnable await) {
            shown.add("begin " + title);
            return () -> shown.add("end " + title);
        }
    }

    @AfterEach
    void close() {
        listener.close();
    }

    private Workspace open() {
        return new SharingOpener(wiring, listener, guests, "").open(options);
    }

    private Console.Result run(OutputStream progress, String... arguments) {
        return run(wiring, progress, arguments);
    }

    private Console.Result run(WorkspaceWiring own, OutputStream progress, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream data = new PrintStream(out, true, StandardCharsets.UTF_8);
        PrintStream notes = new PrintStream(progress, true, StandardCharsets.UTF_8);
        HandingOpener handing = new HandingOpener(own, Map.of(), List.of(arguments), data, notes, false);
        int status = new Cli(handing, home, data, notes, false, o -> 42).run(arguments);
        return new Console.Result(status, out.toString(StandardCharsets.UTF_8), progress.toString());
    }

    private Console.Result run(String... arguments) {
        return run(new ByteArrayOutputStream(), arguments);
    }

    @Test
    void anImportOfTheFolderOfTheOpenDatabaseLeavesTheApplicationsOwnFilesAlone() throws IOException {
        Path data = Files.createDirectory(home.resolve("data"));
        Files.writeString(
                data.resolve("ABCUSDT_1d.csv"),
                "timestamp,open,high,low,close,volume\n1700006400000,1,2,0.5,1.5,10\n1700092800000,1.5,3,1,2,20\n");
        try (Workspace workspace = open()) {
            Path database = home.resolve(DatabaseFiles.LOCAL);
            Files.createLink(data.resolve("linked.duckdb"), database);
            Console.Result imported = run("import", home.toString(), "--dry-run");
            assertThat(imported.status()).as(imported.err()).isZero();
            assertThat(imported.out().lines()).singleElement().asString().contains("ABCUSDT 1d");
            for (Path own : List.of(database, home.resolve("results.cache"), home.resolve("run"))) {
                Console.Result named = run("import", own.toString(), "--dry-run");
                assertThat(named.status()).isEqualTo(3);
                assertThat(named.err()).contains(own + " is a file that AlphaForge itself works with");
            }
            assertThat(run("db", "backup", home.resolve("results.cache").toString(), "--quiet")
                            .status())
                    .isEqualTo(2);
            try (ChildProcess other = ChildProcess.start(BareOpener.class, database.toString())) {
                assertThat(other.line()).isEqualTo("refused");
            }
            assertThat(workspace.ownFiles().test(data)).isFalse();
        }
    }

    @Test
    void whatACommandDoesIsDoneWhereTheDatabaseIsOpen() throws IOException {
        Path file = Files.writeString(
                home.resolve("ABCUSDT_1d.csv"),
                "timestamp,open,high,low,close,volume\n1700006400000,1,2,0.5,1.5,10\n1700092800000,1.5,3,1,2,20\n");
        try (Workspace workspace = open()) {
            Console.Result imported = run("import", file.toString());
            assertThat(imported.status()).as(imported.err()).isZero();
            assertThat(imported.out()).contains("ABCUSDT").contains("2 added");
            assertThat(workspace.bars().series()).hasSize(1);
            assertThat(shown).containsExactly("begin Command import", "end Command import");
            Console.Result missing = run("import", home.resolve("none.csv").toString());
            assertThat(missing.status()).isEqualTo(3);
            assertThat(missing.errors()).isNotEmpty().allMatch(line -> !line.contains("Exception"));
            // Whatever can be said without the database is said here.
            shown.clear();
            assertThat(run("backtest", "--strategy", "none").status()).isEqualTo(2);
            assertThat(run("--version").status()).isZero();
            assertThat(shown).isEmpty();
            assertThat(run("cache", "stats", "--format", "csv").lines()).hasSize(2);
        }
        // It is free again, and nobody is asked.
        shown.clear();
        assertThat(run("quality", "--format", "csv").out()).contains("ABCUSDT,1d,2,");
        assertThat(shown).isEmpty();
    }

    @Test
    void aCommandThatNamesAnotherRedisThanTheWindowsIsRefused() {
        WorkspaceWiring elsewhere = new WorkspaceWiring(Map.of("ALPHAFORGE_REDIS", "redis://127.0.0.1:2"));
        try (Workspace workspace = open()) {
            assertThat(workspace.bars().series()).isEmpty();
            Console.Result named = run("--redis", "redis://127.0.0.1:2", "cache", "clear");
            assertThat(named.status()).isEqualTo(2);
            assertThat(named.err()).contains("another Redis than the window uses (none)");
            assertThat(run(elsewhere, new ByteArrayOutputStream(), "quality").status())
                    .isZero();
        }
        options = new WorkspaceOpener.Options(home, null, null, "redis://127.0.0.1:1", null);
        try (Workspace workspace = open()) {
            assertThat(workspace.bars().series()).isEmpty();
            Console.Result inherited = run(elsewhere, new ByteArrayOutputStream(), "cache", "clear");
            assertThat(inherited.status()).isEqualTo(2);
            assertThat(inherited.err()).contains("another Redis than the window uses (redis://127.0.0.1:1/0)");
            assertThat(run("--redis", "redis://127.0.0.1:1/0", "quality").status())
                    .isZero();
        }
    }

    @Test
    void aCommandThatReachesTheServerInAnotherWayThanTheWindowIsRefused() {
        String at = "jdbc:postgresql://db.invalid/prices?sslmode=verify-full&user=";
        WorkspaceOpener.Options server = options.on(at + "owner");
        String subject = Meeting.subject(wiring.file(server));
        try (Workspace workspace = wiring.open(options)) {
            // As if it were what the window has open of that server.
            guests.offer(subject, wiring.services(server)).opened(workspace);
            assertThat(listener.hold(subject)).isTrue();
            assertThat(run("--db", at + "owner", "db", "status").status()).isZero();
            for (String other : List.of(
                    at + "reader",
                    at + "owner&pgbouncer=true",
                    "jdbc:postgresql://db.invalid/prices?user=owner",
                    wiring.file(server).toString())) {
                Console.Result refused = run("--db", other, "demo", "--symbols", "2");
                assertThat(refused.status()).as(other).isEqualTo(2);
                assertThat(refused.err()).contains("in another way (owner@db.invalid/prices, sslmode=verify-full");
            }
            WorkspaceWiring hasty = new WorkspaceWiring(Map.of("ALPHAFORGE_DB_TIMEOUT_S", "7"));
            assertThat(run(hasty, new ByteArrayOutputStream(), "--db", at + "owner", "demo")
                            .err())
                    .contains("time limit 120 s", "time limit 7 s");
            WorkspaceWiring elsewhere =
                    new WorkspaceWiring(Map.of("ALPHAFORGE_DB_REPLICAS", "jdbc:postgresql://replica.invalid/prices"));
            assertThat(run(elsewhere, new ByteArrayOutputStream(), "--db", at + "owner", "demo")
                            .status())
                    .isEqualTo(2);
            assertThat(workspace.bars().series()).isEmpty();
        }
    }

    @Test
    void aCommandThatCannotBeShownIsNotTakenForOneThatIsGoingOn() {
        guests.at(new Recorded() {
            @Override
            public Runnable begin(String title, Runnable cancel, Runnable await) {
                throw new IllegalStateException("The window is in disorder.");
            }
        });
        try (Workspace workspace = open()) {
            assertThat(workspace.bars().series()).isEmpty();
            assertThat(run("quality").status()).isNotZero();
            assertThat(guests.working()).isFalse();
        }
    }

    @Test
    void whatIsAskedBeforeThereIsAWindowIsDoneWhenItIsThere() throws Refusal {
        Guests early = new Guests(wiring);
        early.open(List.of(home.resolve("a.csv")));
        early.toFront();
        assertThat(shown).isEmpty();
        early.at(new Recorded());
        assertThat(shown).containsExactly("files [" + home.resolve("a.csv") + "]", "front");
        closing = true;
        assertThatThrownBy(() -> early.open(List.of(home.resolve("a.csv"))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("being closed");
        assertThatThrownBy(early::toFront).hasMessageContaining("being closed");
    }

    @Test
    void settingsThatCannotBeUsedAreToldOnceAndByTheDoctor() throws IOException {
        Files.writeString(home.resolve("settings.json"), "{\"appearance.theme\": \"drak\"}");
        try (Workspace workspace = open()) {
            assertThat(workspace.bars().series()).isEmpty();
            assertThat(run("quality").errors())
                    .filteredOn(line -> line.contains("line 1, 'appearance.theme'"))
                    .hasSize(1);
            assertThat(run("quality", "--quiet").err()).doesNotContain("appearance");
            Console.Result doctor = run("doctor", "--format", "csv");
            assertThat(doctor.status()).isEqualTo(3);
            assertThat(doctor.out()).contains("'drak'").contains("window,true,");
        }
    }

    @Test
    void aBackupIsMadeByTheWindowAndRestoringIsNotForACommand() {
        try (Workspace workspace = open()) {
            assertThat(workspace.bars().series()).isEmpty();
            Path file = home.resolve("kept.duckdb");
            assertThat(run("db", "backup", file.toString()).status()).isZero();
            assertThat(shown).contains("begin Command db");
            Console.Result refused = run("db", "restore", file.toString(), "--yes");
            assertThat(refused.status()).isEqualTo(3);
            assertThat(refused.errors())
                    .singleElement()
                    .asString()
                    .contains("window")
                    .contains("restore");
        }
    }

    @Test
    void anotherDatabaseIsNotTheWindowsBusiness() {
        try (Workspace workspace = open()) {
            assertThat(workspace.bars().series()).isEmpty();
            String other = home.resolve("other.duckdb").toString();
            assertThat(run("demo", "--symbols", "2", "--days", "40", "--db", other)
                            .status())
                    .isZero();
            assertThat(workspace.bars().series()).isEmpty();
            assertThat(shown).isEmpty();
        }
    }

    @Test
    void closingTheDatabaseStopsWhatIsDoneForOthersAndKeepsWhatIsDone() throws Exception {
        Workspace workspace = open();
        CountDownLatch under = new CountDownLatch(1);
        CompletableFuture<Console.Result> running = new CompletableFuture<>();
        ByteArrayOutputStream progress = new ByteArrayOutputStream() {
            @Override
            public synchronized void write(byte[] bytes, int from, int length) {
                super.write(bytes, from, length);
                under.countDown();
            }
        };
        Thread.ofPlatform()
                .daemon()
                .start(() -> running.complete(
                        run(progress, "demo", "--symbols", "1600", "--days", "400", "--interval", "1h")));
        assertThat(under.await(60, TimeUnit.SECONDS)).isTrue();
        workspace.close();
        Console.Result stopped = running.get(60, TimeUnit.SECONDS);
        assertThat(stopped.status()).as(stopped.err()).isEqualTo(130);
        assertThat(shown).contains("end Command demo");
        assertThat(run("db", "status").status()).isZero();
    }
}
