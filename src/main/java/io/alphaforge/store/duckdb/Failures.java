package io.alphaforge.store.duckdb;

import io.alphaforge.catalog.DamagedException;
import io.alphaforge.catalog.StoreException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what DuckDB reports into one sentence for the user; the full report goes to the log. */
final class Failures {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final Pattern HOLDER = Pattern.compile("PID (\\d+)");

    private static final String ANOTHER = "another process";

    private Failures() {}

    /** Whether a file could not be opened since another process has it open. */
    static boolean isInUse(StoreException e) {
        return e instanceof InUse;
    }

    private static final class InUse extends StoreException {
        private static final long serialVersionUID = 1L;

        InUse(String message) {
            super(message);
        }

        InUse(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** A file cannot be opened since another process has it open, as its guard says. */
    static StoreException inUse(Path file, OptionalLong process) {
        String sentence = inUse(file, process.isPresent() ? "process " + process.getAsLong() : ANOTHER);
        LOG.warn(sentence);
        return new InUse(sentence);
    }

    private static String inUse(Path file, String who) {
        return "The database " + file + " is in use by " + who
                + "; close that AlphaForge or choose another file with --db.";
    }

    /** Why a file could not be opened. */
    static StoreException opening(Path file, SQLException e) {
        String report = report(e);
        String lower = report.toLowerCase(Locale.ROOT);
        if (lower.contains("could not set lock")) {
            Matcher holder = HOLDER.matcher(report);
            String sentence = inUse(file, holder.find() ? "process " + holder.group(1) : ANOTHER);
            LOG.warn(sentence, e);
            return new InUse(sentence, e);
        }
        if (lower.contains("version number") || lower.contains("newer version") || lower.contains("storage version")) {
            return exception(
                    "The database " + file
                            + " was written by a newer version of DuckDB; it was left as it is, update AlphaForge to open it.",
                    e);
        }
        if (lower.contains("not a valid duckdb database")
                || lower.contains("corrupt")
                || lower.contains("could not read enough bytes")) {
            String sentence = "The database " + file
                    + " is damaged and cannot be opened; restore it from a backup or choose another file with --db.";
            LOG.warn(sentence, e);
            return new DamagedException(sentence, e);
        }
        return using(file, e);
    }

    /** Why an open database could not do something. */
    static StoreException using(Path file, SQLException e) {
        String lower = report(e).toLowerCase(Locale.ROOT);
        if (lower.contains("no space left")
                || lower.contains("file too large")
                || lower.contains("disk quota")
                || lower.contains("could not allocate disk space")
                || lower.contains("disk is full")) {
            return exception(
                    "There is no room left on the disk of " + file
                            + "; what was reported as written is kept, make room and start again.",
                    e);
        }
        if (lower.contains("permission denied") || lower.contains("read-only file system")) {
            return exception(
                    "The database " + file + " cannot be written (permission denied); check its permissions.", e);
        }
        if (lower.contains("invalidated")) {
            return exception(
                    "The database " + file + " stopped after an earlier error (see the log); start AlphaForge again.",
                    e);
        }
        if (isDamage(e)) {
            String sentence = "A part of the database " + file + " is damaged; restore it from a backup.";
            LOG.warn(sentence, e);
            return new DamagedException(sentence, e);
        }
        if (lower.contains("out of memory")) {
            return exception("The database " + file + " ran out of memory; close other programs and try again.", e);
        }
        return exception("The database " + file + " reported: " + firstLine(e), e);
    }

    /** Whether a part of the file cannot be read, whatever is tried. */
    static boolean isDamage(SQLException e) {
        String lower = report(e).toLowerCase(Locale.ROOT);
        return lower.contains("checksum") || lower.contains("corrupt") || lower.contains("could not read");
    }

    static String firstLine(SQLException e) {
        String line = report(e)
                .lines()
                .findFirst()
                .orElse(e.getClass().getSimpleName())
                .strip();
        return line.endsWith(".") ? line : line + ".";
    }

    private static String report(SQLException e) {
        String message = e.getMessage();
        return message == null ? "" : message;
    }

    private static StoreException exception(String sentence, SQLException e) {
        LOG.warn(sentence, e);
        return new StoreException(sentence, e);
    }
}
