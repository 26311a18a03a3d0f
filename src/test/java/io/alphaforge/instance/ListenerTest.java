package io.alphaforge.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphaforge.files.Links;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ListenerTest {
    private static final String SUBJECT = "0123abcd";
    private static final Call.Services NONE = new Call.Services("", "");

    @TempDir
    Path folder;

    private final ScriptedHost host = new ScriptedHost();
    private Meeting meeting = new Meeting(Path.of("."), Map.of());
    private Listener listener = new Listener(meeting, "", host);

    @BeforeEach
    void listen() {
        meeting = new Meeting(folder.resolve("run"), Map.of());
        listener = new Listener(meeting, "1", host);
        assertThat(listener.hold(SUBJECT)).isTrue();
    }

    @AfterEach
    void close() {
        listener.close();
    }

    private Holder holder() throws Refusal {
        return Holder.of(meeting, SUBJECT).orElseThrow();
    }

    private static Call call(String version, String... arguments) {
        return new Call(version, SUBJECT, Path.of("/home"), Path.of("/work here"), NONE, true, List.of(arguments));
    }

    private SocketChannel connected() throws IOException {
        return SocketChannel.open(
                UnixDomainSocketAddress.of(meeting.holder(SUBJECT).orElseThrow().socket()));
    }

    @Test
    void whatACommandWritesAndItsStatusComeBack() throws Refusal {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String big = "ä".repeat(900_000);
        try (Holder holder = holder()) {
            assertThat(holder.process()).isEqualTo(ProcessHandle.current().pid());
        }
        try (Holder holder = holder()) {
            assertThat(holder.run(call("1", "say", "a b"), out, err)).isEqualTo(7);
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("say a b");
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo(Path.of("/work here") + " true");
        out.reset();
        // More than a frame takes in arguments is not asked for; in output it is several frames.
        try (Holder holder = holder()) {
            assertThat(holder.run(call("1", big.substring(0, 400_000)), out, err))
                    .isEqualTo(7);
        }
        assertThat(out.size()).isEqualTo(800_000);
        try (Holder holder = holder()) {
            assertThatThrownBy(() -> holder.run(call("1", big), out, err))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("more arguments");
            assertThatThrownBy(() -> holder.show(List.of(Path.of("x".repeat(Frame.LONGEST)))))
                    .hasMessageContaining("more arguments");
            // Nothing of it was sent.
            assertThat(holder.run(call("1", "say"), out, err)).isEqualTo(7);
        }
    }

    @Test
    void theWindowIsShownAndFilesAreOpenedInIt() throws Refusal {
        try (Holder holder = holder()) {
            holder.show(List.of());
            holder.show(List.of(folder.resolve("a.csv")));
        }
        assertThat(host.asked).containsExactly("front", "open [" + folder.resolve("a.csv") + "]");
        try (Holder holder = holder()) {
            assertThatThrownBy(() -> holder.show(List.of(Path.of("late.csv")))).hasMessage("Too late.");
        }
    }

    @Test
    void cancellingStopsTheCommandWhichEndsByItself() throws Exception {
        try (Holder holder = holder()) {
            CompletableFuture<Integer> status = new CompletableFuture<>();
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    status.complete(
                            holder.run(call("1", "wait"), new ByteArrayOutputStream(), new ByteArrayOutputStream()));
                } catch (Refusal e) {
                    status.completeExceptionally(e);
                }
            });
            host.begun.await();
            // Another one is served meanwhile.
            try (Holder other = holder()) {
                assertThat(other.run(call("1", "say"), new ByteArrayOutputStream(), new ByteArrayOutputStream()))
                        .isEqualTo(7);
            }
            holder.cancel();
            assertThat(status.get(20, TimeUnit.SECONDS)).isEqualTo(130);
        }
    }

    @Test
    void theDeathOfTheCallerStopsTheCommand() throws Exception {
        try (SocketChannel channel = connected()) {
            Wire wire = new Wire(channel);
            wire.greet(Wire.VERSION);
            assertThat(wire.greeted()).isEqualTo(Wire.VERSION);
            wire.next();
            wire.send(Conversation.frame(call("1", "wait")));
            host.begun.await();
        }
        assertThat(host.stopped.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aCallerThatDoesNotReadKeepsNoStoppedCommandFromEnding() throws Exception {
        listener.close();
        try (Listener hasty = new Listener(meeting, "1", host, Duration.ofMillis(50))) {
            assertThat(hasty.hold(SUBJECT)).isTrue();
            try (SocketChannel channel = connected()) {
                Wire wire = new Wire(channel);
                wire.greet(Wire.VERSION);
                wire.send(Conversation.frame(call("1", "flood")));
                host.begun.await();
                host.stop();
                assertThat(host.stopped.await(20, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    @Test
    void whatCannotBeDoneIsSaidInOneSentence() throws Refusal {
        ByteArrayOutputStream none = new ByteArrayOutputStream();
        try (Holder holder = holder()) {
            assertThatThrownBy(() -> holder.run(call("2", "say"), none, none)).hasMessageContaining("another version");
        }
        try (Holder holder = holder()) {
            assertThatThrownBy(() -> holder.run(call("1", "refuse"), none, none))
                    .hasMessage("Not today.");
        }
        try (Holder holder = holder()) {
            assertThatThrownBy(() -> holder.run(call("1", "fail"), none, none)).hasMessageContaining("error");
        }
        assertThat(none.size()).isZero();
    }

    @Test
    void whoSpeaksAnotherLanguageIsHungUpOnAndNobodyElse() throws Exception {
        byte[] hello = "alphaforge\0\0\0\2".getBytes(StandardCharsets.US_ASCII);
        List<byte[]> nonsense = List.of(
                "GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
                "alphaforge\0\0\0\7".getBytes(StandardCharsets.US_ASCII),
                join(hello, new byte[] {99, 0, 0, 0, 0}),
                join(hello, new byte[] {4, 127, 0, 0, 0}),
                join(hello, new byte[] {4, 0, 0, 0, 4, 0, 0, 0, 9}),
                join(hello, new byte[] {10, 0, 0, 0, 0}));
        for (byte[] bytes : nonsense) {
            try (SocketChannel channel = connected()) {
                channel.write(ByteBuffer.wrap(bytes));
                // Reading ends only because the other side hangs up.
                assertThat(Channels.newInputStream(channel).readAllBytes()).hasSizeLessThan(100);
            }
        }
        try (Holder holder = holder()) {
            holder.show(List.of());
        }
        assertThat(host.asked).containsExactly("front");
    }

    private static byte[] join(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    @Test
    void aSubjectHasOneHolderAndIsFreeAfterwards() throws Refusal {
        try (Listener other = new Listener(meeting, "1", new ScriptedHost())) {
            assertThat(other.hold(SUBJECT)).isFalse();
            listener.close();
            assertThat(Holder.of(meeting, SUBJECT)).isEmpty();
            assertThat(other.hold(SUBJECT)).isTrue();
            assertThat(Holder.of(meeting, SUBJECT)).isPresent();
        }
    }

    @Test
    void whereNothingCanBeWrittenOneWorksUnheard() throws Exception {
        Meeting nowhere = new Meeting(Files.createFile(folder.resolve("file")).resolve("run"), Map.of());
        try (Listener alone = new Listener(nowhere, "1", new ScriptedHost())) {
            assertThat(alone.hold(SUBJECT)).isTrue();
            assertThat(Holder.of(nowhere, SUBJECT)).isEmpty();
        }
    }

    @Test
    void whoRunsButDoesNotAnswerIsNotWaitedForForever() throws Exception {
        Duration patience = Duration.ofMillis(200);
        Path socket = folder.resolve("run").resolve("998.sock");
        new Registration(998, socket).write(meeting.registration("stopped"));
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            assertThatThrownBy(() -> Holder.of(meeting, "stopped", patience))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("process 998")
                    .hasMessageContaining("does not answer");
            server.accept().close();
            // One that is stopped after the greeting.
            Thread.ofPlatform().daemon().start(() -> {
                try {
                    Wire wire = new Wire(server.accept());
                    wire.greet(Wire.VERSION);
                    wire.send(Frame.of(Frame.Kind.HELLO, "1", "998"));
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            try (Holder holder =
                    Holder.of(meeting, "stopped", Duration.ofSeconds(2)).orElseThrow()) {
                assertThatThrownBy(() -> holder.show(List.of())).hasMessageContaining("does not answer");
            }
        }
    }

    @Test
    void whatACrashedProcessLeftIsRecognisedAndReplaced() throws Exception {
        Path socket = meeting.address(999);
        try (ServerSocketChannel dead = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            dead.bind(UnixDomainSocketAddress.of(socket));
        }
        assertThat(socket).exists();
        new Registration(999, socket).write(meeting.registration("crashed"));
        assertThat(Holder.of(meeting, "crashed")).isEmpty();
        assertThat(listener.hold("crashed")).isTrue();
        assertThat(socket).doesNotExist();
        assertThat(Holder.of(meeting, "crashed")).isPresent();
        Files.writeString(meeting.registration("odd"), "process=many\nsocket=\0");
        assertThat(Holder.of(meeting, "odd")).isEmpty();
    }

    @Test
    void whereSomebodyListensIsNeverSweptWhateverWasLeftBehindSays() throws Exception {
        // The process that left it had the same id, as in containers.
        Path own = meeting.holder(SUBJECT).orElseThrow().socket();
        new Registration(1, own).write(meeting.registration("stale"));
        assertThat(listener.hold("stale")).isTrue();
        new Registration(1, own).write(meeting.registration("other"));
        try (Listener other = new Listener(meeting, "1", new ScriptedHost())) {
            assertThat(other.hold("other")).isTrue();
            assertThat(meeting.holder("other").orElseThrow().socket()).isNotEqualTo(own);
            try (Holder holder = holder()) {
                holder.show(List.of());
            }
        }
        assertThat(host.asked).containsExactly("front");
        assertThat(meeting.address(1)).isNotEqualTo(meeting.address(1));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "rights are told in another way there")
    void onlyThisUserCanOpenTheFolderAlsoWhereThePathIsTooLong() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("run"))))
                .isEqualTo("rwx------");
        Meeting deep = new Meeting(folder.resolve("x".repeat(100)).resolve("run"), Map.of());
        ScriptedHost there = new ScriptedHost();
        Path made;
        try (Listener far = new Listener(deep, "1", there)) {
            assertThat(far.hold(SUBJECT)).isTrue();
            Path address = deep.holder(SUBJECT).orElseThrow().socket();
            made = address.getParent();
            assertThat(address.toString()).hasSizeLessThan(100).doesNotContain("xxx");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(address.getParent())))
                    .isEqualTo("rwx------");
            try (Holder holder = Holder.of(deep, SUBJECT).orElseThrow()) {
                holder.show(List.of());
            }
        }
        assertThat(there.asked).containsExactly("front");
        assertThat(made).doesNotExist();
        // Nor does that of a process that crashed stay.
        Path left = deep.address(999);
        new Registration(999, left).write(deep.registration(SUBJECT));
        try (Listener next = new Listener(deep, "1", there)) {
            assertThat(next.hold(SUBJECT)).isTrue();
            assertThat(left.getParent()).doesNotExist();
        }
        assertThat(folder.resolve("run")).exists();
    }

    @Test
    void aFileIsTheSameSubjectUnderEveryName() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));
        Path link = Links.make(folder.resolve("link"), real);
        String before = Meeting.subject(link.resolve("db.duckdb"));
        assertThat(before)
                .isEqualTo(Meeting.subject(real.resolve("x").resolve("..").resolve("db.duckdb")));
        Files.createFile(real.resolve("db.duckdb"));
        assertThat(Meeting.subject(link.resolve("db.duckdb"))).isEqualTo(before);
        assertThat(Meeting.subject(real.resolve("other.duckdb"))).isNotEqualTo(before);
    }
}
