package io.alphaforge.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.alphaforge.ui.kit.Notice;
import io.alphaforge.ui.kit.Preferences;
import io.alphaforge.ui.scripted.ManualPulse;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The look for newer versions, at a web server of this computer. */
@Timeout(60)
class UpdatesTest {
    @TempDir
    private Path home;

    private final AtomicReference<String> answer = new AtomicReference<>("");
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch hanging = new CountDownLatch(1);
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-01T12:00:00Z"));
    private final List<Notice> told = new ArrayList<>();
    private final ManualPulse pulse = new ManualPulse();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(
                Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory()));
        server.createContext("/feed", this::answer);
        server.start();
    }

    @AfterEach
    void close() {
        hanging.countDown();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        if (answer.get().equals("hang")) {
            Assertions.assertThatCode(hanging::await).doesNotThrowAnyException();
        }
        byte[] bytes = answer.get().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.get().equals("gone") ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/feed");
    }

    private Preferences preferences() {
        return SettingsFile.load(home.resolve("settings.json"), Runnable::run);
    }

    private Updates updates(String feed) {
        return new Updates(
                preferences(), new Updates.Surroundings(Runnable::run, pulse, now::get, told::add), "1.2.0", feed);
    }

    private void start() {
        updates(address().toString()).look();
        pulse.frame();
    }

    @Test
    void withoutTheUsersWishNothingIsAsked() {
        answer.set("{\"version\": \"9.0\"}");
        start();
        assertThat(asked.get()).isZero();
        assertThat(told).isEmpty();
    }

    @Test
    void aNewerVersionIsToldOnceADay() {
        answer.set("{\"page\": \"https://example.com/get\", \"more\": [1, {}], \"version\": \"1.10.0\"}");
        Updates updates = updates(address().toString());
        updates.wanted().set(true);
        pulse.frame();
        assertThat(told)
                .singleElement()
                .satisfies(notice -> assertThat(notice.sentence())
                        .isEqualTo("AlphaForge 1.10.0 is available; this is 1.2.0. It is at https://example.com/get."));
        now.set(now.get().plus(Duration.ofHours(23)));
        start();
        assertThat(asked.get()).isEqualTo(1);
        now.set(now.get().plus(Duration.ofHours(2)));
        start();
        assertThat(asked.get()).isEqualTo(2);
        assertThat(told).hasSize(2);
        updates.wanted().set(false);
        now.set(now.get().plus(Duration.ofDays(9)));
        start();
        assertThat(asked.get()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"version\": \"1.2.0\"}",
                "{\"version\": \"1.1.9\"}",
                "{\"version\": \"1.2.0-beta\"}",
                "{\"version\": \"newest\"}",
                "{\"version\": 3}",
                "{\"version\": \"9.9\"",
                "<html>",
                "gone",
                ""
            })
    void anythingElseIsOnlyInTheLog(String said) {
        answer.set(said);
        updates(address().toString()).wanted().set(true);
        pulse.frame();
        assertThat(asked.get()).isEqualTo(1);
        assertThat(told).isEmpty();
    }

    @Test
    void aLookThatFailedIsDoneAgainAtTheNextStart() {
        answer.set("gone");
        updates(address().toString()).wanted().set(true);
        pulse.frame();
        start();
        assertThat(asked.get()).isEqualTo(2);
        answer.set("{\"version\": \"1.2.0\"}");
        start();
        start();
        assertThat(asked.get()).as("an answer is good for a day").isEqualTo(3);
    }

    @Test
    void aServerThatDoesNotAnswerIsNotWaitedForWithoutEnd() {
        answer.set("hang");
        ReleaseFeed feed = new ReleaseFeed(address(), Duration.ofMillis(200));
        Assertions.assertThatThrownBy(feed::ask).isInstanceOf(IOException.class);
        assertThat(asked.get()).isEqualTo(1);
    }

    @Test
    void withoutAnAddressThereIsNothingToAsk() {
        Updates updates = updates("");
        updates.wanted().set(true);
        assertThat(updates.feed()).isEmpty();
        assertThat(asked.get()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "1.2.0, 1.2, 0",
        "1.10, 1.9.9, 1",
        "v2, 1.99.99, 1",
        "1.0-rc.1, 1.0, -1",
        "0.1.0-SNAPSHOT, 0.1.0, -1",
        "0.2.0-SNAPSHOT, 0.1.0, 1"
    })
    void versionsAreComparedByTheirNumbers(String one, String other, int order) {
        Release first = Release.parse(one).orElseThrow();
        Release second = Release.parse(other).orElseThrow();
        assertThat(Integer.signum(first.compareTo(second))).isEqualTo(order);
        assertThat(Integer.signum(second.compareTo(first))).isEqualTo(-order);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "one", "1..2", "1.2.3.4.5", "99999999999", "1.2 beta"})
    void whatIsNoVersionIsNone(String text) {
        assertThat(Release.parse(text)).isEmpty();
    }
}
