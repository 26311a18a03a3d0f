package io.alphaforge.ui.data;

import io.alphaforge.feed.DemoOptions;
import io.alphaforge.feed.ImportOptions;
import io.alphaforge.run.Workspace;
import io.alphaforge.ui.data.FillViewModel.Phase;
import io.alphaforge.ui.kit.Action;
import io.alphaforge.ui.kit.CsvExport;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.FileDialogs;
import io.alphaforge.ui.kit.Notice;
import io.alphaforge.ui.kit.Page;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;

/** What the store holds, and how it gets there and goes. */
public final class DataPage implements Page {
    private final Desk desk;
    private final DataViewModel model;
    private final FillViewModel filling;
    private final GapViewModel gaps;
    private final MirrorViewModel mirror;
    private final ImportChoices choices = new ImportChoices();
    private final DataView view;

    /**
     * A page that is not yet shown.
     *
     * @param demo the universe that is proposed when one is asked for
     */
    public DataPage(Workspace workspace, Desk desk, DemoOptions demo) {
        this(workspace, desk, demo, FileDialogs.desktop(desk.preferences()));
    }

    DataPage(Workspace workspace, Desk desk, DemoOptions demo, FileDialogs dialogs) {
        this.desk = desk;
        model = new DataViewModel(workspace, desk);
        filling = FillViewModel.of(workspace, desk, demo);
        gaps = new GapViewModel(workspace.bars(), desk);
        mirror = new MirrorViewModel(workspace, desk);
        view = new DataView(
                new DataView.Models(model, filling, gaps, mirror, choices, new DemoChoices(demo)),
                desk,
                new CsvExport(desk, dialogs),
                this::importFiles);
        filling.phase().subscribe((was, is) -> tell(is));
    }

    /** Imports files as the options of this page say, after what is being imported. */
    public void importFiles(List<Path> files) {
        ImportOptions options = choices.options();
        if (options == null) {
            desk.notices().tell(Notice.problem(choices.problem()));
        } else if (!files.isEmpty()) {
            filling.importFiles(files, options);
            view.showReport();
        }
    }

    private void tell(Phase phase) {
        String outcome = filling.outcome().get();
        boolean well = filling.reports().stream().allMatch(ReportLine::imported);
        switch (phase) {
            case DONE -> desk.notices().tell(Notice.success(outcome));
            case REPORTING ->
                desk.notices()
                        .tell((well ? Notice.success(outcome) : Notice.problem(outcome))
                                .with(Action.of("Show the report", view::showReport)));
            case OFFERING, WORKING, CANCELLING -> {}
        }
    }

    @Override
    public Parent node() {
        return view.node();
    }

    @Override
    public void focus() {
        view.focus();
    }

    @Override
    public List<Action> actions() {
        return List.of(
                Action.of("List the store again", "F5", this::load),
                Action.of("Filter", "Shortcut+F", view::filter),
                Action.of("Export as CSV", "Shortcut+E", view::export),
                Action.of("Import files…", "Shortcut+O", view::askForFiles),
                Action.of("Import a folder…", "Shortcut+Shift+O", view::askForFolder),
                Action.of("Create demo coins…", view::showDemo),
                Action.of("Delete series", "Delete", this::delete),
                Action.of("Cancel", "Esc", this::escape));
    }

    private void load() {
        model.load();
        mirror.load();
    }

    private void delete() {
        Scene scene = view.node().getScene();
        // Del belongs to whoever types.
        if (scene == null || !(scene.getFocusOwner() instanceof TextInputControl)) {
            view.delete();
        }
    }

    private void escape() {
        if (!view.escape() && filling.phase().get() == Phase.WORKING) {
            filling.cancel();
        }
    }

    @Override
    public void close() {
        view.close();
        gaps.close();
        mirror.close();
        model.close();
    }
}
