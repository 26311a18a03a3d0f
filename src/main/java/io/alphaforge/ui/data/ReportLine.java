package io.alphaforge.ui.data;

import io.alphaforge.feed.FileReport;
import io.alphaforge.feed.FileReport.Imported;
import io.alphaforge.feed.Rejection;
import io.alphaforge.ui.kit.Formats;
import org.jspecify.annotations.Nullable;

/**
 * What came of one file.
 *
 * @param file as it was found
 * @param found what it held; null when it could not be read
 * @param problem why it could not be read; empty when it could
 * @param trial whether it was only looked into, and nothing of it stored
 */
record ReportLine(String file, @Nullable Imported found, String problem, boolean trial) {
    static ReportLine of(FileReport report, boolean trial) {
        return switch (report) {
            case Imported done -> new ReportLine(done.file(), done, "", trial);
            case FileReport.Failed failed -> new ReportLine(failed.file(), null, failed.reason(), trial);
        };
    }

    /** Whether it could be read. */
    boolean readable() {
        return found != null;
    }

    /** Whether it is in the database now. */
    boolean imported() {
        return readable() && !trial;
    }

    /** What came of it, in a word. */
    String result() {
        return imported() ? "imported" : readable() ? "readable" : "failed";
    }

    /** The file without its folder. */
    String name() {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }

    /** Why it failed, or what to note of it in a few words; empty when it was imported and there is nothing to note. */
    String text() {
        Imported done = found;
        if (done == null) {
            // The folder is the same for all of them, and would leave no room for the reason.
            return problem.replace(file, name());
        }
        StringBuilder words = new StringBuilder();
        if (done.added() == 0 && done.changed() == 0) {
            words.append("nothing new");
        }
        add(words, done.changed(), "changed");
        add(words, done.quality().missing(), "missing");
        add(words, done.quality().duplicates(), "duplicate");
        add(words, done.overridden(), "of them with other values");
        add(words, done.incomplete(), "not complete yet");
        add(words, done.quality().rejected(), "rejected");
        if (!done.rejections().isEmpty()) {
            Rejection first = done.rejections().getFirst();
            words.append(" (line ")
                    .append(Formats.count(first.line()))
                    .append(": ")
                    .append(first.reason())
                    .append(done.quality().rejected() > 1 ? ", …)" : ")");
        }
        if (!done.note().isEmpty()) {
            words.append(words.isEmpty() ? "" : ", ").append(done.note());
        }
        return words.toString();
    }

    private static void add(StringBuilder words, long count, String what) {
        if (count > 0) {
            words.append(words.isEmpty() ? "" : ", ")
                    .append(Formats.count(count))
                    .append(' ')
                    .append(what);
        }
    }
}
