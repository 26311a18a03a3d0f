package io.alphaforge.ui.data;

import io.alphaforge.feed.DemoOptions;
import io.alphaforge.feed.ImportOptions;
import io.alphaforge.run.Workspace;
import io.alphaforge.ui.data.FillViewModel.Phase;
import io.alphaforge.ui.kit.Action;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.Page;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;

/**
 * What stands in place of everything else while there is nothing to show: three ways to fill the database. It stays until
 * there is something, wherever that came from, and what was begun here is over and its report was read, see {@link #idle}.
 */
public final class FirstStartPage implements Page {
    private final FillViewModel model;
    private final OfferViewModel offer;
    private final FillView view;
    private final ObservableValue<Boolean> idle;

    /**
     * A page that is not yet shown.
     *
     * @param demo the universe to make when one is asked for
     * @param offline whether a server does not answer of which nothing was kept here
     * @param connect leads to another database
     */
    public FirstStartPage(
            Workspace workspace, Desk desk, DemoOptions demo, ObservableValue<Boolean> offline, Runnable connect) {
        model = FillViewModel.of(workspace, desk, demo);
        offer = new OfferViewModel(workspace, desk);
        view = new FillView(model, offer, desk, offline, connect);
        idle = Bindings.createObjectBinding(
                () -> (model.phase().get() == Phase.OFFERING || model.phase().get() == Phase.DONE)
                        && !offer.offering().get(),
                model.phase(),
                offer.offering());
    }

    /** True while nothing goes on here and nothing wants to be read, so that work can begin once there is data. */
    public ObservableValue<Boolean> idle() {
        return idle;
    }

    /** Imports files, as when they are dropped here. */
    public void importFiles(List<Path> files) {
        model.importFiles(files);
    }

    /** Shows what files hold, and asks whether they are to be imported. */
    public void offerFiles(List<Path> files) {
        offer.offer(files, ImportOptions.DEFAULT);
        view.focus();
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
        return List.of(Action.of("Cancel the import", "Esc", () -> {
            if (offer.offering().get()) {
                offer.dismiss();
            } else if (model.phase().get() == Phase.WORKING) {
                model.cancel();
            }
        }));
    }

    @Override
    public void close() {
        view.close();
    }
}
