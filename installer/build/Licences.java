import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Collects the licence texts of everything in the package: the files that a library brings, else the standard text of the
 * licence that it names. A library with neither ends the build.
 */
final class Licences {
    private static final Pattern TEXT =
            Pattern.compile("(?i)(.*/)?(licen[sc]e|notice|copying|copyright)[^/]*(?<!\\.class)");

    /** How libraries call a licence, and the name of its text here. */
    private static final Map<String, String> STANDARD = Map.of(
            "the 3-clause bsd license", "BSD-3-Clause",
            "bsd-3", "BSD-3-Clause",
            "public domain", "Public-Domain");

    private final Plan plan;
    private final List<String> overview = new ArrayList<>();

    Licences(Plan plan) {
        this.plan = plan;
    }

    void collect(Components components) throws IOException {
        Path folder = Trees.empty(plan.input().resolve("licences"));
        Files.copy(plan.root().resolve("LICENSE"), folder.resolve("alphaforge.txt"));
        Files.copy(
                plan.root().resolve("assets").resolve("fonts").resolve("LICENSE-OFL.txt"),
                folder.resolve("inter-figures-font.txt"));
        overview.add("AlphaForge is licensed under Apache-2.0 (alphaforge.txt). It comes with:");
        overview.add("");
        overview.add("OpenJDK " + System.getProperty("java.runtime.version")
                + ": GPL-2.0-with-classpath-exception; texts in the runtime's folder legal");
        overview.add("Inter Figures (font): OFL-1.1 (inter-figures-font.txt)");
        for (Components.Component component : components.all()) {
            List<String> files = of(component, folder);
            overview.add(component.name() + " " + component.version() + ": "
                    + String.join(" or ", component.licences()) + " (" + String.join(", ", files) + ")");
        }
        Files.write(folder.resolve("README.txt"), overview);
    }

    private List<String> of(Components.Component component, Path folder) throws IOException {
        Path target = Files.createDirectories(folder.resolve(component.name()));
        List<String> files = new ArrayList<>();
        try (ZipFile zip = new ZipFile(component.jar().toFile())) {
            for (ZipEntry entry : java.util.Collections.list(zip.entries())) {
                if (!entry.isDirectory() && TEXT.matcher(entry.getName()).matches()) {
                    String file = entry.getName().replaceFirst("^META-INF/(licenses/)?", "").replace('/', '-');
                    try (InputStream in = zip.getInputStream(entry)) {
                        Files.write(target.resolve(file), in.readAllBytes());
                    }
                    files.add(file);
                }
            }
        }
        if (files.stream().noneMatch(file -> !file.toLowerCase(Locale.ROOT).startsWith("notice"))) {
            files.add(standard(component, target));
        }
        return files;
    }

    private String standard(Components.Component component, Path target) throws IOException {
        for (String licence : component.licences()) {
            String name = STANDARD.getOrDefault(licence.toLowerCase(Locale.ROOT), licence);
            Path text = switch (name) {
                case "Apache-2.0" -> plan.root().resolve("LICENSE");
                case "GPL-2.0-with-classpath-exception" ->
                    plan.runtime().resolve("legal").resolve("java.base").resolve("LICENSE");
                default -> plan.settings().resolve("licences").resolve(name + ".txt");
            };
            if (Files.exists(text)) {
                Files.copy(text, target.resolve(name + ".txt"));
                return name + ".txt";
            }
        }
        throw new IllegalStateException(component.name() + " brings no licence text and there is none for "
                + component.licences() + " in installer/licences.");
    }
}
