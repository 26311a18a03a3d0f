package io.alphaforge.feed;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Parses files on several threads and hands them out in their order. Only few are parsed ahead, fewer if they are big,
 * so that memory stays bounded however many there are.
 */
final class ParsePipeline implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ParsePipeline.class);
    private static final int THREADS = Runtime.getRuntime().availableProcessors();
    private static final int MOST_AHEAD = 2 * THREADS;
    /** Text being parsed or waiting to be written; its bars take about as much memory again. */
    private static final long MOST_BYTES_AHEAD = 128L << 20;

    /** How soon a cancel is noticed while a large file is parsed. */
    private static final long PATIENCE_MILLIS = 100;

    /** Ends a sentence that begins with a file's name. */
    static final String TOO_LARGE = "does not fit into memory; split it.";

    /** What came of one text. */
    sealed interface Outcome {
        /** Which of the found files it was, or was part of. */
        int fileIndex();

        /** Whether nothing more follows of that file. */
        boolean endsFile();
    }

    record Parsed(int fileIndex, boolean endsFile, ParsedFile file) implements Outcome {}

    record Unusable(int fileIndex, boolean endsFile, String name, String reason) implements Outcome {}

    private record Text(int fileIndex, boolean endsFile, InputFile input) {}

    private record Pending(Future<Outcome> outcome, long bytes) {}

    private final List<FoundFile> files;
    private final FileParser parser;
    private final Unpacking unpacking;
    private final BooleanSupplier cancelled;
    private final ExecutorService threads = Executors.newFixedThreadPool(
            THREADS, Thread.ofPlatform().name("parse-", 0).daemon().factory());
    private final Deque<Text> texts = new ArrayDeque<>();
    private final Deque<Pending> ahead = new ArrayDeque<>();
    private int nextFile;
    private long bytesAhead;

    /** @param cancelled asked between files, and again and again while one of them is waited for */
    ParsePipeline(List<FoundFile> files, FileParser parser, UnpackLimits limits, BooleanSupplier cancelled) {
        this.files = files;
        this.parser = parser;
        this.unpacking = new Unpacking(limits, cancelled);
        this.cancelled = cancelled;
    }

    /** What came of the next text; null after the last, or when cancelled. */
    @Nullable
    Outcome next() {
        try {
            while (ahead.isEmpty() || (ahead.size() < MOST_AHEAD && bytesAhead < MOST_BYTES_AHEAD)) {
                if (cancelled.getAsBoolean() || !startNext()) {
                    break;
                }
            }
        } catch (CancellationException e) {
            LOG.info("{}", e.getMessage());
            return null;
        }
        Pending pending = ahead.peekFirst();
        Outcome outcome = pending == null ? null : await(pending.outcome());
        if (pending != null && outcome != null) {
            ahead.removeFirst();
            bytesAhead -= pending.bytes();
        }
        return outcome;
    }

    /** What came of a text; null when it was cancelled before that was known. */
    private @Nullable Outcome await(Future<Outcome> outcome) {
        try {
            while (!cancelled.getAsBoolean()) {
                try {
                    return outcome.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    // It is large; whoever waits for it may have changed their mind.
                }
            }
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while files were being parsed.", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A file was parsed neither well nor badly.", e.getCause());
        }
    }

    /** Whether every text has been handed out. */
    boolean isExhausted() {
        return ahead.isEmpty() && texts.isEmpty() && nextFile == files.size();
    }

    /** Stops parsing, also in the middle of a file; what has been parsed ahead is thrown away. */
    @Override
    public void close() {
        ahead.forEach(pending -> pending.outcome().cancel(true));
        threads.close();
        unpacking.close();
    }

    private boolean startNext() {
        if (texts.isEmpty()) {
            if (nextFile == files.size()) {
                return false;
            }
            // Counted when it is open: one that was cancelled is still to be read.
            open(nextFile);
            nextFile++;
        }
        Text text = texts.pollFirst();
        if (text != null) {
            start(() -> parse(text), text.input().bytes());
        }
        return true;
    }

    private void open(int index) {
        FoundFile file = files.get(index);
        try {
            List<InputFile> members = unpacking.members(file);
            for (int i = 0; i < members.size(); i++) {
                texts.add(new Text(index, i == members.size() - 1, members.get(i)));
            }
        } catch (UnusableFileException e) {
            LOG.info("{}", sentence(file.name(), e), e.getCause());
            start(() -> new Unusable(index, true, file.name(), sentence(file.name(), e)), 0);
        }
    }

    private void start(Callable<Outcome> task, long bytes) {
        ahead.add(new Pending(threads.submit(task), bytes));
        bytesAhead += bytes;
    }

    private Outcome parse(Text text) {
        String name = text.input().name();
        try {
            return new Parsed(text.fileIndex(), text.endsFile(), parser.parse(text.input()));
        } catch (UnusableFileException e) {
            LOG.info("{}", sentence(name, e), e.getCause());
            return new Unusable(text.fileIndex(), text.endsFile(), name, sentence(name, e));
        } catch (OutOfMemoryError e) {
            // What was read of the file is garbage by now, so that there is room for the others.
            LOG.warn("{} does not fit into memory.", name, e);
            return new Unusable(text.fileIndex(), text.endsFile(), name, name + " " + TOO_LARGE);
        } catch (RuntimeException e) {
            LOG.error("{} could not be parsed.", name, e);
            return new Unusable(
                    text.fileIndex(), text.endsFile(), name, name + " could not be read; the log says why.");
        }
    }

    private static String sentence(String name, UnusableFileException e) {
        return name + " " + e.getMessage() + ".";
    }
}
