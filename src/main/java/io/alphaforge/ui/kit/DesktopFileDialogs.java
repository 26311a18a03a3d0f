package io.alphaforge.ui.kit;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;

/** File dialogs of the desktop. */
final class DesktopFileDialogs implements FileDialogs {
    private static final String FOLDER = "export.folder";

    private final Preferences preferences;

    DesktopFileDialogs(Preferences preferences) {
        this.preferences = preferences;
    }

    @Override
    public Optional<Path> saveCsv(Node owner, String title, String name) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(name);
        chooser.getExtensionFilters()
                .add(
                        name.endsWith(".json")
                                ? new ExtensionFilter("JSON files", "*.json")
                                : new ExtensionFilter("CSV files", "*.csv"));
        preferences.get(FOLDER).map(File::new).filter(File::isDirectory).ifPresent(chooser::setInitialDirectory);
        File chosen = chooser.showSaveDialog(owner.getScene().getWindow());
        if (chosen == null) {
            return Optional.empty();
        }
        preferences.put(FOLDER, chosen.getAbsoluteFile().getParent());
        return Optional.of(chosen.toPath());
    }
}
