package io.alphaforge.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Takes files that are dropped anywhere on the window. */
final class FileDrop {
    private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");

    private FileDrop() {}

    /**
     * Lets a scene take files.
     *
     * @param marked shows that files can be let go
     * @param usable whether files can be taken now
     */
    static void on(Scene scene, Node marked, BooleanSupplier usable, Consumer<List<Path>> take) {
        scene.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (event.getDragboard().hasFiles() && usable.getAsBoolean()) {
                event.acceptTransferModes(TransferMode.COPY);
                marked.pseudoClassStateChanged(DROPPING, true);
                event.consume();
            }
        });
        scene.addEventHandler(DragEvent.DRAG_EXITED, event -> marked.pseudoClassStateChanged(DROPPING, false));
        scene.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            marked.pseudoClassStateChanged(DROPPING, false);
            List<Path> files =
                    event.getDragboard().getFiles().stream().map(File::toPath).toList();
            boolean taken = !files.isEmpty() && usable.getAsBoolean();
            if (taken) {
                take.accept(files);
            }
            event.setDropCompleted(taken);
            event.consume();
        });
    }
}
