import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Puts our stylesheets into the jar once more, parsed, and the theme's in the place of its own, without rules for what the
 * application does not have; JavaFX takes those first. Only sheets that point at no other files can be moved like this.
 */
final class Stylesheets {
    private static final Pattern WINDOW = Pattern.compile("assets/css/[a-z]+\\.css");
    private static final Pattern THEME = Pattern.compile("atlantafx/base/theme/primer-[a-z]+\\.css");

    private final Plan plan;

    Stylesheets(Plan plan) {
        this.plan = plan;
    }

    void parse() throws IOException, InterruptedException {
        Path folder = Trees.empty(plan.work().resolve("stylesheets"));
        UnusedStyles unused = new UnusedStyles(plan.settings().resolve("unused-styles.txt"));
        unused.check(plan.input().resolve("alphaforge.jar"));
        Map<Path, Map<String, Path>> found = new LinkedHashMap<>();
        for (Path jar : Trees.files(plan.input())) {
            if (jar.toString().endsWith(".jar")) {
                Map<String, Path> sheets = extract(jar, folder.resolve(jar.getFileName().toString()), unused);
                if (!sheets.isEmpty()) {
                    found.put(jar, sheets);
                }
            }
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--module-path",
                plan.built().resolve("javafx").toString(),
                "--add-modules",
                "javafx.graphics",
                plan.settings().resolve("stylesheets").resolve("BinaryStylesheets.java").toString()));
        found.values().forEach(sheets -> sheets.values().forEach(sheet -> command.add(sheet.toString())));
        Tool.run(plan.work(), Map.of(), command);
        for (Map.Entry<Path, Map<String, Path>> jar : found.entrySet()) {
            Map<String, Path> more = new LinkedHashMap<>();
            jar.getValue().forEach((name, sheet) -> more.put(binary(name), Path.of(binary(sheet.toString()))));
            Path whole = plan.work().resolve("whole.jar");
            Jars.copy(jar.getKey(), whole, more::containsKey, more);
            Files.move(whole, jar.getKey(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String binary(String name) {
        return name.replaceFirst("\\.css$", ".bss");
    }

    private static Map<String, Path> extract(Path jar, Path folder, UnusedStyles unused) throws IOException {
        Map<String, Path> sheets = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                boolean theme = THEME.matcher(entry.getName()).matches();
                if (theme || WINDOW.matcher(entry.getName()).matches()) {
                    Path file = folder.resolve(entry.getName());
                    Files.createDirectories(file.getParent());
                    try (InputStream in = zip.getInputStream(entry)) {
                        String sheet = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                        Files.writeString(file, theme ? unused.without(sheet) : sheet);
                    }
                    sheets.put(entry.getName(), file);
                }
            }
        }
        return sheets;
    }
}
