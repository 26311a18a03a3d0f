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
 * What stands in place of everything else while the database is empty: three ways to fill it. It stays until what was
 * begun here is over and its report was read, see {@link #finished}.
 */
public final class FirstStartPage implements Page {
    private final FillViewModel model;
    private final OfferViewModel offer;
    private final FillView view;
    private final ObservableValue<Boolean> finished;

    /**
     * A page that is not yet shown.
     *
     * @param demo the universe to make when one is asked for
     * @param connect leads to another database
     */
    public FirstStartPage(Workspace workspace, Desk desk, DemoOptions demo, Runnable connect) {
        model = FillViewModel.of(workspace, desk, demo);
        offer = new OfferViewModel(workspace, desk);
        view = new FillView(model, offer, desk, connect);
        finished = Bindings.createObjectBinding(
                () -> model.phase().get() == Phase.DONE && !offer.offering().get(), model.phase(), offer.offering());
    }

    /** True once there is data and nothing more to be read here, so that work can begin. */
    public ObservableValue<Boolean> finished() {
        return finished;
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
