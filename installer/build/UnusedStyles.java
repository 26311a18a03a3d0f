import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Leaves out of the theme what it says of controls that the application does not have: nearly half of its rules, among
 * which a style would be looked for at each start.
 */
final class UnusedStyles {
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");
    private static final Pattern STYLE_CLASS = Pattern.compile("\\.([a-z][a-z0-9-]*)");

    /** Controls, or packages of them, that the application does not have. */
    private final Set<String> absent = new HashSet<>();

    /** Style classes that only they bear. */
    private final Set<String> styles = new HashSet<>();

    /**
     * What a file says: classes or packages of controls, a colon, their style classes.
     *
     * @param file lines with a number sign in front are comments
     */
    UnusedStyles(Path file) throws IOException {
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split(":", 2);
                absent.addAll(List.of(parts[0].strip().split(" ")));
                styles.addAll(List.of(parts[1].strip().split(" ")));
            }
        }
    }

    /**
     * Ends the build when the application has such a control after all, or styles something by such a name.
     *
     * @param application the jar with its classes and stylesheets
     */
    void check(Path application) throws IOException {
        try (ZipFile zip = new ZipFile(application.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    if (entry.getName().endsWith(".class")) {
                        for (PoolEntry used : ClassFile.of().parse(in.readAllBytes()).constantPool()) {
                            if (used instanceof ClassEntry type) {
                                String name = type.asInternalName().replace('/', '.');
                                String home = name.substring(0, Math.max(0, name.lastIndexOf('.')));
                                refuse(absent.contains(name) || absent.contains(home), entry, name);
                            }
                        }
                    } else if (entry.getName().endsWith(".css")) {
                        String sheet = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                        Set<String> styled = styleClasses(COMMENT.matcher(sheet).replaceAll(""));
                        styled.retainAll(styles);
                        refuse(!styled.isEmpty(), entry, styled.toString());
                    }
                }
            }
        }
    }

    private static void refuse(boolean used, ZipEntry where, String what) {
        if (used) {
            throw new IllegalStateException(
                    where.getName() + " uses " + what + ", whose styles unused-styles.txt leaves out of the packages.");
        }
    }

    /** A stylesheet without rules for those controls. */
    String without(String sheet) {
        Matcher rules = RULE.matcher(COMMENT.matcher(sheet).replaceAll(""));
        StringBuilder kept = new StringBuilder();
        while (rules.find()) {
            String selectors = Arrays.stream(rules.group(1).split(","))
                    .map(String::strip)
                    .filter(selector -> Collections.disjoint(styleClasses(selector), styles))
                    .collect(Collectors.joining(", "));
            if (!selectors.isEmpty()) {
                kept.append(selectors).append(" {").append(rules.group(2)).append("}\n");
            }
        }
        return kept.toString();
    }

    private static Set<String> styleClasses(String selectors) {
        return STYLE_CLASS.matcher(selectors).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }
}
