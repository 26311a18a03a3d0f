package io.alphaforge.store.timescale;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Interval;
import io.alphaforge.store.duckdb.Made;
import io.alphaforge.store.timescale.Servers.Kind;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What cannot be refreshed does not undo what was written, and is in the log. */
class RefreshingTest {
    private final Logger log = (Logger) LoggerFactory.getLogger(Refreshing.class);
    private final ListAppender<ILoggingEvent> told = new ListAppender<>();
    private final Bars bars = Made.walk(Interval.H1, 900, 1);
    private String url;
    private TimescaleStore store;

    @BeforeEach
    void open() {
        url = Servers.emptyDatabase(Kind.PLAIN);
        store = new TimescaleStore(ServerOptions.of(url, Map.of()));
        store.migrate();
        log.setLevel(Level.WARN);
        told.start();
        log.addAppender(told);
    }

    @AfterEach
    void close() {
        log.detachAppender(told);
        log.setLevel(null);
        store.close();
    }

    private void isTold(String... what) {
        assertThat(told.list)
                .extracting(event -> event.getFormattedMessage().replaceAll(" of .*", ""))
                .containsExactly(what);
        assertThat(told.list).allMatch(event -> event.getThrowableProxy() != null);
    }

    @Test
    void aViewThatTheServerRefusesToRefreshLeavesWhatWasWritten() {
        Servers.sql(
                url,
                "CREATE OR REPLACE FUNCTION alphaforge_refresh_dashboard() RETURNS void LANGUAGE plpgsql AS $$ BEGIN RAISE"
                        + " EXCEPTION 'no'; END $$");
        store.write(Made.write("BTCUSDT", bars));
        store.write(Made.write("BTCUSDT", Made.walk(Interval.D1, 30, 1)));
        store.compact();
        isTold("The dashboard");
        store.delete(Made.key("BTCUSDT", Interval.D1));
        assertThat(Made.bars(store, Made.key("BTCUSDT", Interval.H1))).isEqualTo(bars);
        assertThat(store.series()).hasSize(1);
        assertThat(store.dashboard().getFirst().price()).isEqualTo(bars.close().get(899));
    }

    @Test
    void aServerThatIsGoneByThenLeavesWhatWasWritten() {
        store.write(Made.write("BTCUSDT", bars));
        String name = url.replaceAll(".*/(test_[^?]*)[?].*", "$1");
        String neighbour = url.replace(name, "postgres");
        Servers.sql(
                neighbour,
                "ALTER DATABASE " + name + " ALLOW_CONNECTIONS false",
                "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '" + name + "'");
        store.compact();
        isTold("Aggregates", "The dashboard");
        Servers.sql(neighbour, "ALTER DATABASE " + name + " ALLOW_CONNECTIONS true");
        assertThat(Made.bars(store, Made.key("BTCUSDT", Interval.H1))).isEqualTo(bars);
    }
}
