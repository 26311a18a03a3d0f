package io.alphaforge.ui.scripted;

import io.alphaforge.catalog.BarCursor;
import io.alphaforge.catalog.BarRequest;
import io.alphaforge.catalog.BarStore;
import io.alphaforge.catalog.DashboardRow;
import io.alphaforge.catalog.Quality;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.SeriesWrite;
import io.alphaforge.catalog.StoreAdmin;
import io.alphaforge.catalog.StoredSeries;
import io.alphaforge.catalog.WriteReport;
import io.alphaforge.market.DataDigest;
import io.alphaforge.market.Instrument;
import io.alphaforge.market.Interval;
import io.alphaforge.run.ArchivedRun;
import io.alphaforge.run.BacktestService;
import io.alphaforge.run.CacheStatistics;
import io.alphaforge.run.ResultCache;
import io.alphaforge.run.ResultRow;
import io.alphaforge.run.RunArchive;
import io.alphaforge.run.RunKey;
import io.alphaforge.run.Workspace;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A workspace whose store lists the series it was given and holds no bars. */
public final class ScriptedWorkspace {
    private static final long DAY = 86_400_000L;

    private ScriptedWorkspace() {}

    public static Workspace of(List<StoredSeries> series, BacktestService backtests, AtomicBoolean closed) {
        return new Workspace(
                Path.of("home"),
                new ListedStore(series),
                new Admin(),
                new NoCache(),
                new NoArchive(),
                backtests,
                () -> closed.set(true));
    }

    /** Daily series of these symbols. */
    public static List<StoredSeries> series(Collection<String> symbols, boolean synthetic) {
        return symbols.stream()
                .map(s -> new StoredSeries(
                        Instrument.parse(s),
                        Interval.D1,
                        1500,
                        18_501 * DAY,
                        20_000 * DAY,
                        1,
                        DataDigest.EMPTY,
                        new Quality(0, 0, 0, 0, 0, 0, 0, 100),
                        synthetic ? "demo" : s + ".csv",
                        synthetic))
                .toList();
    }

    private record ListedStore(List<StoredSeries> series) implements BarStore {
        @Override
        public List<BarRequest> split(BarRequest request, int most) {
            return List.of(request);
        }

        @Override
        public BarCursor read(BarRequest request) {
            throw new UnsupportedOperationException();
        }

        @Override
        public WriteReport write(SeriesWrite write) {
            throw new UnsupportedOperationException();
        }

        @Override
        public WriteReport preview(SeriesWrite write) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void delete(SeriesKey key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void compact() {}

        @Override
        public List<DashboardRow> dashboard() {
            return List.of();
        }

        @Override
        public void close() {}
    }

    private record Admin() implements StoreAdmin {
        @Override
        public String location() {
            return "alphaforge-data/alphaforge.duckdb";
        }

        @Override
        public Map<String, String> describe() {
            return Map.of();
        }
    }

    private record NoCache() implements ResultCache {
        @Override
        public Map<RunKey, ResultRow> get(Collection<RunKey> keys) {
            return Map.of();
        }

        @Override
        public void put(Map<RunKey, ResultRow> rows) {}

        @Override
        public CacheStatistics statistics() {
            return new CacheStatistics("none", 0, 0, 0, 0);
        }

        @Override
        public long clear() {
            return 0;
        }

        @Override
        public void close() {}
    }

    private record NoArchive() implements RunArchive {
        @Override
        public void save(ArchivedRun run) {}

        @Override
        public List<ArchivedRun.Header> list() {
            return List.of();
        }

        @Override
        public Optional<ArchivedRun> find(String id) {
            return Optional.empty();
        }
    }
}
