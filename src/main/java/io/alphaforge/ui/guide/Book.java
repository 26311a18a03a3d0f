package io.alphaforge.ui.guide;

import java.util.Arrays;
import java.util.Optional;

/** A document that the guide shows. */
public enum Book {
    GUIDE("guide.md", "Guide"),
    REFERENCE("reference.md", "Reference"),
    IMPORT("import.md", "Importing data");

    private final String file;
    private final String title;

    Book(String file, String title) {
        this.file = file;
        this.title = title;
    }

    /** The document that others link to by this name of a file. */
    static Optional<Book> of(String file) {
        return Arrays.stream(values()).filter(b -> b.file.equals(file)).findFirst();
    }

    String file() {
        return file;
    }

    /** As the list of chapters names it. */
    String title() {
        return title;
    }
}
