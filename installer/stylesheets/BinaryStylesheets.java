import java.io.File;
import java.io.IOException;
import javafx.css.Stylesheet;

/** Parses stylesheets now instead of at each start: writes what JavaFX looks for beside them first. */
final class BinaryStylesheets {
    private BinaryStylesheets() {}

    public static void main(String[] files) throws IOException {
        for (String file : files) {
            Stylesheet.convertToBinary(new File(file), new File(file.replaceFirst("\\.css$", ".bss")));
        }
    }
}
