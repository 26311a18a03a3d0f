package io.alphaforge.ui.shell;

import io.alphaforge.ui.guide.Guide;
import io.alphaforge.ui.guide.GuidePane;
import io.alphaforge.ui.kit.Loading;
import io.alphaforge.ui.kit.Notice;
import io.alphaforge.ui.kit.Notices;
import io.alphaforge.ui.kit.PulseScheduler;
import java.util.concurrent.Executor;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** Lays the guide over the window, where it can be read also while no database is open. It is read when first wanted. */
final class GuideOverlay {
    private static final double MOST_WIDTH = 1160;
    private static final double MARGIN = 24;

    private final Overlay overlay;
    private final Loading<Guide> loading;
    private @Nullable Guide guide;
    private String wanted = "";

    GuideOverlay(Overlay overlay, Executor background, PulseScheduler pulse, Notices notices) {
        this.overlay = overlay;
        loading = new Loading<>(background, pulse, "Reading the guide", this::loaded);
        loading.problem().subscribe(sentence -> {
            if (!sentence.isEmpty()) {
                notices.tell(Notice.problem(sentence));
            }
        });
    }

    /** Opens the guide at the chapter of this name, as links name it. */
    void open(String chapter) {
        wanted = chapter;
        if (guide == null) {
            loading.start(Guide::load);
        } else {
            show(guide);
        }
    }

    private void loaded(Guide read) {
        guide = read;
        show(read);
    }

    private void show(Guide read) {
        GuidePane pane = new GuidePane(read);
        BorderPane node = pane.node();
        node.setMaxWidth(MOST_WIDTH);
        StackPane.setMargin(node, new Insets(MARGIN));
        overlay.show(node, Pos.CENTER, () -> {});
        pane.open(wanted);
        pane.focus();
    }
}
