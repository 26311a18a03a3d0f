package io.alphaforge.feed;

import io.alphaforge.catalog.BarStore;
import io.alphaforge.catalog.Quality;
import io.alphaforge.catalog.SeriesKey;
import io.alphaforge.catalog.SeriesWrite;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.catalog.WriteReport;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Imports files into a store: each is read whole, then written in one transaction, or not at all. Files are parsed by
 * as many threads as there are processors, and written in their order by the calling thread.
 */
public final class Importer {
    private static final Logger LOG = LoggerFactory.getLogger(Importer.class);

    private final BarStore store;
    private final Clock clock;
    private final Predicate<Path> own;
    private final UnpackLimits limits;

    /**
     * An importer into a store.
     *
     * @param clock tells which bars are complete
     * @param own tells the application's own files and folders, which are not opened
     */
    public Importer(BarStore store, Clock clock, Predicate<Path> own) {
        this(store, clock, own, UnpackLimits.DEFAULT);
    }

    Importer(BarStore store, Clock clock, Predicate<Path> own, UnpackLimits limits) {
        this.store = store;
        this.clock = clock;
        this.own = own;
        this.limits = limits;
    }

    /**
     * Imports files, and all files of directories.
     *
     * @param cancelled asked between files and while one is unpacked, parsed or written; what was reported by then is stored
     */
    public ImportSummary run(
            List<Path> paths, ImportOptions options, ImportListener listener, BooleanSupplier cancelled) {
        List<FoundFile> files = InputFiles.find(paths, own);
        var parser = new FileParser(options, clock.millis());
        var run = new Run(options, listener, files, cancelled);
        boolean stopped;
        int writers = options.dryRun() ? 1 : store.writersSideBySide();
        try (var pipeline = new ParsePipeline(files, parser, limits, cancelled);
                var writes = new WriteQueue<Done>(writers, run::report)) {
            ParsePipeline.Outcome next = pipeline.next();
            while (next != null) {
                ParsePipeline.Outcome outcome = next;
                writes.put(key(outcome), () -> new Done(outcome, run.take(outcome)));
                next = pipeline.next();
            }
            writes.settleAll();
            stopped = cancelled.getAsBoolean() && (run.gaveUp || !pipeline.isExhausted());
        }
        if (run.wrote && !stopped) {
            stopped = !compact(cancelled);
        }
        return new ImportSummary(run.reports, stopped);
    }

    private static @Nullable SeriesKey key(ParsePipeline.Outcome outcome) {
        return outcome instanceof ParsePipeline.Parsed parsed
                ? new SeriesKey(
                        parsed.file().instrument().symbol(),
                        parsed.file().bars().interval())
                : null;
    }

    /** @param report null when the write was given up */
    private record Done(
            ParsePipeline.Outcome outcome, @Nullable FileReport report) {}

    /** Returns false when it was given up. */
    private boolean compact(BooleanSupplier cancelled) {
        try {
            store.compact(cancelled);
        } catch (CancellationException e) {
            LOG.info("The store was not compacted: cancelled.", e);
            return false;
        } catch (StoreException e) {
            // Everything is stored; only the order on disk, which is a matter of speed, was not restored.
            LOG.warn("The store could not be compacted.", e);
        }
        return true;
    }

    /** One import under way. */
    private final class Run {
        private final ImportOptions options;
        private final ImportListener listener;
        private final List<FoundFile> files;
        private final long bytes;
        private final List<FileReport> reports = new ArrayList<>();
        private long bytesDone;
        private long bars;
        private final BooleanSupplier cancelled;
        private volatile boolean wrote;
        private volatile boolean gaveUp;

        Run(ImportOptions options, ImportListener listener, List<FoundFile> files, BooleanSupplier cancelled) {
            this.cancelled = cancelled;
            this.options = options;
            this.listener = listener;
            this.files = files;
            this.bytes = files.stream().mapToLong(FoundFile::bytes).sum();
        }

        /** Writes what was read, on any thread. */
        @Nullable
        FileReport take(ParsePipeline.Outcome outcome) {
            return switch (outcome) {
                case ParsePipeline.Parsed parsed -> write(parsed.file());
                case ParsePipeline.Unusable unusable -> new FileReport.Failed(unusable.name(), unusable.reason());
            };
        }

        /** Tells what came of it, in the order of the files. */
        void report(Done done) {
            ParsePipeline.Outcome outcome = done.outcome();
            FileReport report = done.report();
            if (report == null) {
                return;
            }
            reports.add(report);
            listener.finished(report);
            if (outcome instanceof ParsePipeline.Parsed parsed && !(report instanceof FileReport.Failed)) {
                bars += parsed.file().bars().size();
            }
            int filesDone = outcome.fileIndex();
            if (outcome.endsFile()) {
                bytesDone += files.get(filesDone).bytes();
                filesDone++;
            }
            listener.progress(new ImportProgress(filesDone, files.size(), bytesDone, bytes, bars));
        }

        private @Nullable FileReport write(ParsedFile file) {
            String name = file.input().name();
            try {
                var write = new SeriesWrite(
                        file.instrument(),
                        file.bars(),
                        file.input().source(),
                        file.duplicates(),
                        file.rejected(),
                        options.replace() ? SeriesWrite.Mode.OVERWRITE : SeriesWrite.Mode.MERGE,
                        false);
                WriteReport report = options.dryRun() ? store.preview(write) : store.write(write, cancelled);
                if (!options.dryRun()) {
                    wrote = true;
                }
                return imported(file, write, report);
            } catch (CancellationException e) {
                LOG.info("{} was not imported: cancelled.", name, e);
                gaveUp = true;
                return null;
            } catch (OutOfMemoryError e) {
                LOG.warn("{} does not fit into memory together with what is stored of its series.", name, e);
                return new FileReport.Failed(name, name + " " + ParsePipeline.TOO_LARGE);
            } catch (StoreException e) {
                if (options.dryRun()) {
                    // Nobody has asked for it yet.
                    LOG.debug("{} would not be imported: {}", name, e.getMessage());
                    return new FileReport.Failed(name, name + " will not be imported: " + e.getMessage());
                }
                LOG.warn("{} was not imported.", name, e);
                return new FileReport.Failed(name, name + " was not imported: " + e.getMessage());
            }
        }

        private static FileReport imported(ParsedFile file, SeriesWrite write, WriteReport report) {
            return new FileReport.Imported(
                    file.input().name(),
                    file.layout(),
                    write.key(),
                    file.bars().size(),
                    file.bars().firstTime(),
                    file.bars().lastTime(),
                    Quality.of(file.bars(), file.duplicates(), file.rejected()),
                    file.overridden(),
                    file.incomplete(),
                    file.rejections(),
                    file.note(),
                    report.added(),
                    report.changed(),
                    report.unchanged());
        }
    }
}
