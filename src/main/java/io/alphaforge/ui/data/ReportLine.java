package io.alphaforge.ui.data;

import io.alphaforge.feed.FileReport;
import io.alphaforge.ui.kit.Formats;

/**
 * What came of one file, in words.
 *
 * @param imported whether it is in the database now
 */
record ReportLine(String file, boolean imported, String text) {
    /** The file without its folder. */
    String name() {
        return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
    }

    static ReportLine of(FileReport report) {
        return switch (report) {
            case FileReport.Imported done -> new ReportLine(done.file(), true, describe(done));
            case FileReport.Failed failed -> new ReportLine(failed.file(), false, failed.reason());
        };
    }

    private static String describe(FileReport.Imported done) {
        StringBuilder words = new StringBuilder(done.series().toString())
                .append(": ")
                .append(Formats.plural(done.bars(), "bar"))
                .append(" from ")
                .append(Formats.date(done.firstOpen()))
                .append(" to ")
                .append(Formats.date(done.lastOpen()));
        add(words, done.quality().missing(), "missing");
        add(words, done.quality().duplicates(), "duplicate");
        add(words, done.quality().rejected(), "rejected");
        add(words, done.changed(), "changed");
        if (done.added() == 0 && done.changed() == 0) {
            words.append(", nothing new");
        }
        return words.toString();
    }

    private static void add(StringBuilder words, long count, String what) {
        if (count > 0) {
            words.append(", ").append(Formats.count(count)).append(' ').append(what);
        }
    }
}
