package io.alphaforge.ui.kit;

import io.alphaforge.catalog.Field;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Exports the rows of a table as CSV, or as JSON where the file is named so: asks for the file, writes it in the
 * background, whole or not at all, and says in a notice how that went. Belongs to the JavaFX thread.
 */
public final class CsvExport {
    private static final Logger LOG = LoggerFactory.getLogger(CsvExport.class);

    private final JobWork work;
    private final Notices notices;
    private final FileDialogs dialogs;

    /** Exports to files that {@code dialogs} ask for. */
    public CsvExport(Desk desk, FileDialogs dialogs) {
        this(new JobWork(desk.background(), desk.pulse(), desk.jobs()), desk.notices(), dialogs);
    }

    CsvExport(JobWork work, Notices notices, FileDialogs dialogs) {
        this.work = work;
        this.notices = notices;
        this.dialogs = dialogs;
    }

    /**
     * Asks for a file and writes rows to it.
     *
     * @param owner lies in the window that the question belongs to
     * @param noun what one row is: "coin", "trade"
     * @param name proposed for the file, ending in .csv or .json
     * @param rows in the order to be written; must not change afterwards
     */
    public <R> void ask(Node owner, String noun, String name, List<Field<R>> fields, List<R> rows) {
        if (rows.isEmpty()) {
            notices.tell(Notice.information("There is no " + noun + " to export."));
            return;
        }
        String format = JsonFile.isMeant(Path.of(name)) ? "JSON" : "CSV";
        dialogs.saveCsv(owner, "Export " + Formats.plural(rows.size(), noun) + " as " + format, name)
                .ifPresent(file ->
                        // There is no cancel: closing the window waits for the file, which would be none otherwise.
                        work.start("Export", () -> {}, job -> write(file, noun, fields, rows), notices::tell));
    }

    private static <R> Notice write(Path file, String noun, List<Field<R>> fields, List<R> rows) {
        try {
            if (JsonFile.isMeant(file)) {
                JsonFile.write(file, fields, rows);
            } else {
                CsvFile.write(file, fields, rows);
            }
            return Notice.success("Exported " + Formats.plural(rows.size(), noun) + " to " + file + ".");
        } catch (IOException | RuntimeException e) {
            LOG.warn("{} could not be written.", file, e);
            return Notice.problem(file + " could not be written: " + reason(e) + " Nothing was exported.");
        }
    }

    private static String reason(Exception problem) {
        if (problem instanceof AccessDeniedException) {
            return "writing there is not allowed; choose another folder.";
        }
        if (problem instanceof NoSuchFileException) {
            return "the folder does not exist; choose another one.";
        }
        String text = Objects.requireNonNullElse(problem.getMessage(), "an error in the program, see the log");
        return text.endsWith(".") ? text : text + ".";
    }
}
