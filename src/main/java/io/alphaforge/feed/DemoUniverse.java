package io.alphaforge.feed;

import io.alphaforge.catalog.BarStore;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.SeriesWrite;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.catalog.StoredSeries;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A market of synthetic coins to try things out on, marked as such everywhere: their symbols end in {@code .DEMO}.
 *
 * <p>The coins share a market factor with bull and bear times, have volatility in clusters, prices from 0.000001 to
 * 100,000, different listing dates and a few gaps, and some of them have been delisted. Every bar is a function of seed,
 * coin and time alone: the same seed gives the same bits on any day, and a later run adds the bars since.
 */
public final class DemoUniverse {
    private static final Logger LOG = LoggerFactory.getLogger(DemoUniverse.class);
    private static final long HOUR = 3_600_000L;
    private static final int DAY = 24;

    private final InstantSource clock;

    /** @param clock tells which bar was the last to be completed */
    public DemoUniverse(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * Writes a universe, coin after coin. Synthetic coins of the same names that came from another seed are replaced.
     *
     * @param cancelled asked between coins and while one is written; those written by then stay
     * @throws StoreException when the store cannot be written
     */
    public DemoReport write(BarStore store, DemoOptions options, DemoListener listener, BooleanSupplier cancelled) {
        long endHour = options.interval().bucketStart(clock.millis()) / HOUR;
        long lastDay = Math.floorDiv(endHour - 1, DAY);
        var universe = new DemoNoise(options.seed()).named(options.seed());
        var bars = new DemoBars(universe, options.interval(), Math.max(0, lastDay + 1 - options.days()), endHour);
        Map<SeriesKey, StoredSeries> stored =
                store.series().stream().collect(Collectors.toMap(StoredSeries::key, Function.identity()));
        long total = 0;
        long added = 0;
        int done = 0;
        while (done < options.symbols() && !cancelled.getAsBoolean()) {
            DemoCoin coin = DemoCoin.of(universe, done);
            var key = new SeriesKey(coin.instrument().symbol(), options.interval());
            var write = new SeriesWrite(
                    coin.instrument(), bars.of(coin), options.source(), 0, 0, mode(stored.get(key), options), true);
            try {
                added += store.write(write, cancelled).added();
            } catch (CancellationException e) {
                LOG.info("{} was not written: cancelled.", key, e);
                break;
            }
            total += write.bars().size();
            done++;
            listener.stored(done, options.symbols(), total);
        }
        boolean stopped = done < options.symbols();
        if (!stopped && added > 0) {
            try {
                store.compact(cancelled);
            } catch (CancellationException e) {
                LOG.info("The store was not compacted: cancelled.", e);
                stopped = true;
            }
        }
        return new DemoReport(done, total, added, stopped);
    }

    private static SeriesWrite.Mode mode(@Nullable StoredSeries before, DemoOptions options) {
        return before != null && before.synthetic() && !before.source().equals(options.source())
                ? SeriesWrite.Mode.REPLACE
                : SeriesWrite.Mode.MERGE;
    }
}
