package io.alphaforge.ui.data;

import io.alphaforge.feed.FileReport;
import io.alphaforge.feed.ImportListener;
import io.alphaforge.feed.ImportOptions;
import io.alphaforge.feed.Importer;
import io.alphaforge.run.Workspace;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.Loading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * Files that were opened with the application, and wait for the user's word: what each of them holds is told, nothing is
 * stored. Belongs to the thread of the pulse scheduler.
 */
final class OfferViewModel {
    private final Workspace workspace;
    private final Desk desk;
    private final Loading<List<ReportLine>> reading;
    private final ObservableList<Path> files = FXCollections.observableArrayList();
    private final ObservableList<ReportLine> lines = FXCollections.observableArrayList();
    private final BooleanBinding offering = Bindings.isNotEmpty(files);
    private AtomicBoolean unwanted = new AtomicBoolean();

    OfferViewModel(Workspace workspace, Desk desk) {
        this.workspace = workspace;
        this.desk = desk;
        reading = new Loading<>(desk.background(), desk.pulse(), "Reading the files", lines::setAll);
    }

    /** Offers files beside those that are offered already, as these options would import them. */
    void offer(List<Path> more, @Nullable ImportOptions options) {
        more.stream().filter(file -> !files.contains(file)).forEach(files::add);
        read(options);
    }

    /** Reads what is offered again, as other options would import it; null leaves what was read. */
    void read(@Nullable ImportOptions options) {
        if (files.isEmpty() || options == null) {
            return;
        }
        unwanted.set(true);
        AtomicBoolean stop = new AtomicBoolean();
        unwanted = stop;
        lines.clear();
        List<Path> now = List.copyOf(files);
        ImportOptions trial = new ImportOptions(
                options.layout(), options.symbol(), options.suffix(), options.interval(), options.replace(), true);
        reading.start(() -> read(now, trial, stop));
    }

    private List<ReportLine> read(List<Path> now, ImportOptions trial, AtomicBoolean stop) {
        List<ReportLine> found = new ArrayList<>();
        new Importer(workspace.bars(), desk.clock(), workspace.ownFiles())
                .run(
                        now,
                        trial,
                        new ImportListener() {
                            @Override
                            public void finished(FileReport report) {
                                found.add(ReportLine.of(report, true));
                            }
                        },
                        stop::get);
        return found;
    }

    /** The files, which are offered no longer. */
    List<Path> take() {
        List<Path> taken = List.copyOf(files);
        dismiss();
        return taken;
    }

    /** The user does not want to. */
    void dismiss() {
        unwanted.set(true);
        reading.cancel();
        files.clear();
        lines.clear();
    }

    /** Whether files wait for the user's word. */
    BooleanBinding offering() {
        return offering;
    }

    /** The files, in the order in which they came. */
    ObservableList<Path> files() {
        return files;
    }

    /** What they hold; empty until they are read. */
    ObservableList<ReportLine> lines() {
        return lines;
    }

    ReadOnlyBooleanProperty busy() {
        return reading.busy();
    }

    /** Why they could not be read, in one sentence; empty when they could. */
    ReadOnlyStringProperty problem() {
        return reading.problem();
    }
}
