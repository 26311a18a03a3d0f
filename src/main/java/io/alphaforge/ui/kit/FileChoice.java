package io.alphaforge.ui.kit;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import javafx.stage.Window;

/** Asks the user for one file of a kind. */
public interface FileChoice {

    /**
     * Asks for a file to write.
     *
     * @param owner waits for the answer
     * @param name proposed, without a folder
     * @param kind "Text" and the like, for the files that match the pattern
     * @return empty when the user does not want to
     */
    Optional<Path> save(Window owner, String title, String name, String kind, String pattern);

    /** Asks for a file to read; empty when the user does not want to. */
    Optional<Path> open(Window owner, String title, String kind, String pattern);

    /**
     * The dialogs of the desktop.
     *
     * @param folder name of the preference that keeps the folder in which the next one begins
     */
    static FileChoice desktop(Preferences preferences, String folder) {
        return new FileChoice() {
            private FileChooser chooser(String title, String kind, String pattern) {
                FileChooser chooser = new FileChooser();
                chooser.setTitle(title);
                chooser.getExtensionFilters().add(new ExtensionFilter(kind, pattern));
                preferences
                        .get(folder)
                        .map(File::new)
                        .filter(File::isDirectory)
                        .ifPresent(chooser::setInitialDirectory);
                return chooser;
            }

            private Optional<Path> kept(Optional<File> chosen) {
                chosen.map(File::getAbsoluteFile)
                        .ifPresent(file -> preferences.put(folder, String.valueOf(file.getParent())));
                return chosen.map(File::toPath);
            }

            @Override
            public Optional<Path> save(Window owner, String title, String name, String kind, String pattern) {
                FileChooser chooser = chooser(title, kind, pattern);
                chooser.setInitialFileName(name);
                return kept(Optional.ofNullable(chooser.showSaveDialog(owner)));
            }

            @Override
            public Optional<Path> open(Window owner, String title, String kind, String pattern) {
                return kept(Optional.ofNullable(chooser(title, kind, pattern).showOpenDialog(owner)));
            }
        };
    }
}
