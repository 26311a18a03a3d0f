package io.alphaforge.store.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.BarCursor.Delivered;
import io.alphaforge.catalog.BarCursor.Delivery;
import io.alphaforge.catalog.BarCursor.Unreadable;
import io.alphaforge.catalog.MirrorStatus.Amount;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.SyncReport;
import io.alphaforge.catalog.SyncedSeries;
import io.alphaforge.catalog.SyncedSeries.Outcome;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** One of two series of the mirror has lost bars in the file, which nothing on record tells. */
@Timeout(120)
class DamagedMirrorTest {
    private static final SeriesKey BROKEN = Pair.key("AAAUSDT");
    private static final SeriesKey WHOLE = Pair.key("BBBUSDT");

    @TempDir
    Path folder;

    private Pair pair;

    @BeforeEach
    void damage() throws SQLException {
        pair = new Pair(folder);
        pair.onServer("AAAUSDT", Pair.walk(300, 1));
        pair.onServer("BBBUSDT", Pair.walk(200, 2));
        pair.run("AAAUSDT", "BBBUSDT");
        pair.store.flush();
        pair.local.close();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("mirror.duckdb"));
                Statement statement = connection.createStatement()) {
            int gone = statement.executeUpdate("DELETE FROM crypto_prices WHERE datetime = '2024-03-01' AND crypto_id ="
                    + " (SELECT id FROM cryptocurrencies WHERE symbol = 'AAAUSDT')");
            assertThat(gone).isEqualTo(1);
        }
        pair.restart();
        pair.remote.bars.set(0);
    }

    @AfterEach
    void close() {
        pair.close();
    }

    private void lose() {
        pair.remote.unreachable = true;
        pair.now.addAndGet(120_000);
    }

    private void comeBack() {
        pair.remote.unreachable = false;
        pair.now.addAndGet(120_000);
    }

    private SyncReport sync() {
        return pair.store.sync((done, total, bars, latest) -> {}, () -> false);
    }

    private void requireWhole() {
        lose();
        assertThat(Pair.bars(pair.run("AAAUSDT").get(BROKEN))).isEqualTo(Pair.walk(300, 1));
    }

    @Test
    void itTravelsOnceAndIsWholeInTheMirrorAfterwards() {
        assertThat(Pair.bars(pair.run("AAAUSDT", "BBBUSDT").get(BROKEN))).isEqualTo(Pair.walk(300, 1));
        pair.store.flush();
        pair.run("AAAUSDT", "BBBUSDT");
        assertThat(pair.remote.bars.get()).isEqualTo(300);
        assertThat(pair.store.status().current()).isEqualTo(new Amount(2, 500));
        requireWhole();
    }

    @Test
    void withoutTheServerItIsSaidThatItWillBeFetchedAgainAndItIs() {
        lose();
        for (int i = 0; i < 2; i++) {
            Map<SeriesKey, Delivery> read = pair.run("AAAUSDT", "BBBUSDT");
            assertThat(read.get(BROKEN))
                    .isEqualTo(new Unreadable(
                            BROKEN,
                            "AAAUSDT 1d is damaged in the mirror; it is fetched again when the server answers."));
            assertThat(read.get(WHOLE)).isInstanceOf(Delivered.class);
        }
        comeBack();
        assertThat(pair.store.series()).hasSize(2);
        assertThat(pair.store.status().behind()).isEqualTo(new Amount(1, 300));
        SyncReport report = sync();
        assertThat(report.series()).containsExactly(new SyncedSeries(BROKEN, Outcome.WHOLE, 300, ""));
        assertThat(report.current()).isEqualTo(1);
        requireWhole();
    }

    @Test
    void whatAnEarlierProcessFoundDamagedIsBroughtUpToDate() {
        lose();
        pair.run("AAAUSDT", "BBBUSDT");
        comeBack();
        pair.restart();
        assertThat(sync().series()).containsExactly(new SyncedSeries(BROKEN, Outcome.WHOLE, 300, ""));
        pair.restart();
        assertThat(sync().series()).isEmpty();
        requireWhole();
    }

    @Test
    void whereItGrewOnTheServerItComesWhole() {
        pair.onServer("AAAUSDT", Pair.walk(310, 1));
        assertThat(Pair.bars(pair.run("AAAUSDT", "BBBUSDT").get(BROKEN))).isEqualTo(Pair.walk(310, 1));
        pair.store.flush();
        pair.remote.bars.set(0);
        assertThat(Pair.bars(pair.run("AAAUSDT", "BBBUSDT").get(BROKEN))).isEqualTo(Pair.walk(310, 1));
        assertThat(pair.remote.bars.get()).isZero();
    }
}
