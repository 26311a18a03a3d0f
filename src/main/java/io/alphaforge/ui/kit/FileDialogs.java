package io.alphaforge.ui.kit;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;

/** Asks the user for files; to be called on the JavaFX thread. */
@FunctionalInterface
public interface FileDialogs {

    /**
     * Asks under which name to save a CSV file, or one of the kind that the proposed name ends in, and whether to replace one that is there.
     *
     * @param owner lies in the window that waits for the answer
     * @param title of the dialog
     * @param name proposed, without a folder
     * @return empty when the user does not want to
     */
    Optional<Path> saveCsv(Node owner, String title, String name);

    /** The dialogs of the desktop; they begin in the folder that was used last. */
    static FileDialogs desktop(Preferences preferences) {
        return new DesktopFileDialogs(preferences);
    }
}
