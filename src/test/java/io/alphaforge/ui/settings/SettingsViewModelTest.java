package io.alphaforge.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.run.Workspace;
import io.alphaforge.store.timescale.Servers;
import io.alphaforge.store.timescale.Servers.Kind;
import io.alphaforge.ui.kit.Notice;
import io.alphaforge.ui.scripted.ManualPulse;
import io.alphaforge.ui.scripted.RecordedDesk;
import io.alphaforge.ui.scripted.ServedWorkspace;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Bringing the tables of a real server up to date from the window, without a window. */
@Timeout(120)
class SettingsViewModelTest {
    private static final String IS_THERE = "SELECT to_regclass('bar_versions') IS NOT NULL";

    @TempDir
    private Path home;

    private final ManualPulse pulse = new ManualPulse();
    private final List<Runnable> later = new ArrayList<>();
    private final RecordedDesk desk = new RecordedDesk(later::add, pulse, Clock.systemUTC());
    private final String url = Servers.emptyDatabase(Kind.PLAIN);
    private Workspace workspace;
    private SettingsViewModel model;

    @BeforeEach
    void open() {
        workspace = ServedWorkspace.open(home, url);
        model = new SettingsViewModel(workspace, desk.desk());
    }

    @AfterEach
    void close() {
        model.close();
        workspace.close();
    }

    private void work() {
        while (!later.isEmpty() || pulse.pending() > 0) {
            List<Runnable> now = List.copyOf(later);
            later.clear();
            now.forEach(Runnable::run);
            pulse.frame();
        }
    }

    @Test
    void anEmptyDatabaseGetsItsTablesAtOnce() {
        model.migrate();
        work();
        assertThat(desk.notices.getLast().kind()).isEqualTo(Notice.Kind.SUCCESS);
        assertThat(Servers.value(url, IS_THERE)).isEqualTo("t");
    }

    @Test
    void whatHappensToBarsThatAreThereAlreadyIsSaidBeforeItIsDone() {
        Servers.sql(
                url,
                "CREATE TABLE cryptocurrencies (id serial PRIMARY KEY, symbol text UNIQUE NOT NULL, name text)",
                "CREATE TABLE crypto_prices (crypto_id int NOT NULL, datetime timestamptz NOT NULL, interval_type text NOT"
                        + " NULL, open_price float8, high_price float8, low_price float8, close_price float8, volume float8)",
                "INSERT INTO cryptocurrencies (symbol, name) VALUES ('BTCUSDT', 'Bitcoin')",
                "INSERT INTO crypto_prices SELECT 1, t, '1h', 1.5, 2.25, 1.125, 2, 10 FROM generate_series("
                        + "timestamptz '2024-03-30 00:00+00', '2024-04-02 00:00+00', interval '1 hour') t");
        model.migrate();
        work();
        Notice asked = desk.notices.getLast();
        assertThat(asked.sentence()).contains("73 bars").contains("waits");
        assertThat(Servers.value(url, IS_THERE)).isEqualTo("f");
        Objects.requireNonNull(asked.action()).run().run();
        work();
        assertThat(desk.notices.getLast().kind()).isEqualTo(Notice.Kind.SUCCESS);
        assertThat(Servers.value(url, IS_THERE)).isEqualTo("t");
    }
}
