package io.alphaforge.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks for a database file. */
final class DatabaseChooser {
    private DatabaseChooser() {}

    /** The file that the user has chosen, if any. */
    static Optional<Path> ask(Window owner) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Open a database");
        chooser.getExtensionFilters()
                .setAll(
                        new FileChooser.ExtensionFilter("AlphaForge database", "*.duckdb"),
                        new FileChooser.ExtensionFilter("All files", "*.*"));
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }
}
