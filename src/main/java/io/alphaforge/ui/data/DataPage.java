package io.alphaforge.ui.data;

import io.alphaforge.feed.DemoOptions;
import io.alphaforge.feed.ImportOptions;
import io.alphaforge.run.Workspace;
import io.alphaforge.ui.data.FillViewModel.Phase;
import io.alphaforge.ui.kit.Action;
import io.alphaforge.ui.kit.Controls;
import io.alphaforge.ui.kit.CsvExport;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.FileDialogs;
import io.alphaforge.ui.kit.Notice;
import io.alphaforge.ui.kit.Page;
import java.nio.file.Path;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/** What the store holds, and how it gets there and goes. */
public final class DataPage implements Page {
    private final Desk desk;
    private final DataViewModel model;
    private final FillViewModel filling;
    private final GapViewModel gaps;
    private final MirrorViewModel mirror;
    private final ImportChoices choices = new ImportChoices();
    private final OfferViewModel offer;
    private final DataView view;
    private final MaintenanceViewModel maintenance;
    private final MaintenanceView looking;
    private final BooleanProperty isLooking = new SimpleBooleanProperty();
    private final StackPane root = new StackPane();
    private final Timeline minutes;

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
        maintenance = new MaintenanceViewModel(workspace, desk);
        offer = new OfferViewModel(workspace, desk);
        CsvExport export = new CsvExport(desk, dialogs);
        view = new DataView(
                new DataView.Models(
                        model, filling, gaps, mirror, choices, offer, new DemoChoices(demo), maintenance, isLooking),
                desk,
                export,
                this::importFiles);
        looking =
                new MaintenanceView(maintenance, desk, export, isLooking, new PathDialogs(desk.preferences())::backup);
        root.getChildren()
                .setAll(Controls.shown(view.node(), isLooking.not()), Controls.shown(looking.node(), isLooking));
        minutes = new Timeline(new KeyFrame(Duration.minutes(1), event -> mirror.tick()));
        minutes.setCycleCount(Animation.INDEFINITE);
        root.sceneProperty().subscribe(scene -> {
            if (scene == null) {
                minutes.stop();
            } else {
                mirror.tick();
                minutes.play();
            }
        });
        isLooking.subscribe((was, is) -> {
            if (is) {
                maintenance.load();
            }
            focus();
        });
        filling.phase().subscribe((was, is) -> tell(is));
        // Only the listing finds out whether the server answers.
        model.busy().subscribe((was, is) -> {
            if (!is) {
                mirror.load();
            }
        });
    }

    /** Imports files as the options of this page say, after what is being imported. */
    public void importFiles(List<Path> files) {
        ImportOptions options = choices.options();
        if (options == null) {
            desk.notices().tell(Notice.problem(choices.problem()));
        } else if (!files.isEmpty()) {
            filling.importFiles(files, options);
            isLooking.set(false);
            view.showReport();
        }
    }

    /** Shows what files hold, and asks whether they are to be imported. */
    public void offerFiles(List<Path> files) {
        offer.offer(files, choices.options());
        isLooking.set(false);
        view.focus();
    }

    private void tell(Phase phase) {
        switch (phase) {
            case DONE -> desk.notices().tell(filling.notice());
            case REPORTING ->
                desk.notices().tell(filling.notice().with(Action.of("Show the report", () -> show(view::showReport))));
            case OFFERING, WORKING, CANCELLING -> {}
        }
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void focus() {
        if (isLooking.get()) {
            looking.focus();
        } else {
            view.focus();
        }
    }

    @Override
    public List<Action> actions() {
        return List.of(
                Action.of("List the store again", "F5", this::load),
                Action.of("Filter", "Shortcut+F", () -> show(view::filter)),
                Action.of("Export as CSV", "Shortcut+E", this::export),
                Action.of("Import files…", "Shortcut+O", () -> show(view::askForFiles)),
                Action.of("Import a folder…", "Shortcut+Shift+O", () -> show(view::askForFolder)),
                Action.of("Create demo coins…", () -> show(view::showDemo)),
                Action.of("Maintenance of the database", () -> isLooking.set(maintenance.isThere())),
                Action.of("Delete series", "Delete", this::delete),
                Action.of("Cancel", "Esc", this::escape));
    }

    private void load() {
        if (isLooking.get()) {
            maintenance.load();
        } else {
            model.load();
        }
    }

    /** Does what belongs to the list of series, with that in sight. */
    private void show(Runnable then) {
        isLooking.set(false);
        then.run();
    }

    private void export() {
        if (isLooking.get()) {
            looking.export();
        } else {
            view.export();
        }
    }

    private void delete() {
        Scene scene = root.getScene();
        // Del belongs to whoever types.
        if (!isLooking.get() && (scene == null || !(scene.getFocusOwner() instanceof TextInputControl))) {
            view.delete();
        }
    }

    private void escape() {
        boolean done = isLooking.get() ? looking.escape() : view.escape();
        if (!done && filling.phase().get() == Phase.WORKING) {
            filling.cancel();
        }
    }

    @Override
    public void close() {
        minutes.stop();
        view.close();
        looking.close();
        maintenance.close();
        gaps.close();
        mirror.close();
        model.close();
    }
}
