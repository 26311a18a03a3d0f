package io.alphaforge.ui.data;

import io.alphaforge.ui.kit.Preferences;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;

/** Asks which files or folder to import, beginning where that was done last. */
final class PathDialogs {
    private static final String FOLDER = "import.folder";

    private final Preferences preferences;

    PathDialogs(Preferences preferences) {
        this.preferences = preferences;
    }

    /**
     * Files chosen by the user.
     *
     * @param owner lies in the window that waits for the answer
     * @return empty when the user does not want to
     */
    List<Path> files(Node owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Import price files");
        File before = before();
        if (before != null) {
            chooser.setInitialDirectory(before);
        }
        List<File> chosen = chooser.showOpenMultipleDialog(owner.getScene().getWindow());
        if (chosen == null || chosen.isEmpty()) {
            return List.of();
        }
        keep(chosen.getFirst().getAbsoluteFile().getParentFile());
        return chosen.stream().map(File::toPath).toList();
    }

    /** A folder chosen by the user, of which every file is meant; empty when the user does not want to. */
    List<Path> folder(Node owner) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle("Import a folder of price files");
        File before = before();
        if (before != null) {
            chooser.setInitialDirectory(before);
        }
        File chosen = chooser.showDialog(owner.getScene().getWindow());
        if (chosen == null) {
            return List.of();
        }
        keep(chosen);
        return List.of(chosen.toPath());
    }

    private @Nullable File before() {
        return preferences.get(FOLDER).map(File::new).filter(File::isDirectory).orElse(null);
    }

    private void keep(@Nullable File folder) {
        if (folder != null) {
            preferences.put(FOLDER, folder.getAbsolutePath());
        }
    }

    /** A name that every file system takes. */
    static String nameOf(String table) {
        return table.replaceAll("[^A-Za-z0-9._-]", "_") + ".zip";
    }

    /** Asks for a file that a backup of a table is written to. */
    void backup(Node owner, String table, Consumer<Path> then) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Back up a table");
        chooser.setInitialFileName(nameOf(table));
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter("Zip archive", "*.zip"));
        File before = before();
        if (before != null) {
            chooser.setInitialDirectory(before);
        }
        File chosen = chooser.showSaveDialog(owner.getScene().getWindow());
        if (chosen != null) {
            then.accept(chosen.toPath());
        }
    }
}
