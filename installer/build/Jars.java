import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Puts the jars of the application together with the native libraries of one platform only. */
final class Jars {
    private static final Pattern NATIVE =
            Pattern.compile("(?i).*\\.(so|dll|dylib|jnilib|a)(_[a-z0-9]+_[a-z0-9]+)?");

    private final Plan plan;

    Jars(Plan plan) {
        this.plan = plan;
    }

    /** Fills the folder that becomes the application's. */
    void assemble() throws IOException, InterruptedException {
        Path input = Trees.empty(plan.input());
        for (Path jar : Trees.files(plan.built().resolve("lib"))) {
            Path target = input.resolve(jar.getFileName());
            if (jar.getFileName().toString().startsWith("picocli")) {
                OldClasses.renew(jar, target);
            } else if (!hasNatives(jar)) {
                Files.copy(jar, target);
            } else if (jar.getFileName().toString().startsWith("duckdb_jdbc")) {
                duckDb(jar, target);
            } else {
                without(jar, target, name -> isNative(name) && !isOurs(name));
            }
        }
    }

    /**
     * DuckDB's library goes to those of the Java runtime, where its driver looks when it is not inside the jar: unpacking
     * 70 MB into a temporary folder at each start would take longer than the start. Beside the jar it would not be found:
     * classes out of the start-up cache do not know where their jar is.
     */
    private void duckDb(Path jar, Path target) throws IOException, InterruptedException {
        String name = "libduckdb_java.so_" + plan.platform().label + "_" + plan.arch();
        Path library = Trees.empty(plan.natives()).resolve(System.mapLibraryName("duckdb_java"));
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry = zip.getEntry(name);
            if (entry == null) {
                throw new IllegalStateException(jar.getFileName() + " holds no library for this platform: " + name);
            }
            try (InputStream in = zip.getInputStream(entry)) {
                Files.copy(in, library);
            }
        }
        strip(plan, List.of(library));
        without(jar, target, Jars::isNative);
    }

    private static boolean hasNatives(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream().anyMatch(entry -> isNative(entry.getName()));
        }
    }

    private static boolean isNative(String name) {
        return NATIVE.matcher(name).matches();
    }

    /** Whether a library in a folder named as JNA names them is of this platform. */
    private boolean isOurs(String name) {
        String os = switch (plan.platform()) {
            case LINUX -> "linux";
            case WINDOWS -> "win32";
            case MACOS -> "darwin";
        };
        String arch = plan.arch().equals("arm64") ? "aarch64" : "x86-64";
        return name.toLowerCase(Locale.ROOT).contains("/" + os + "-" + arch + "/");
    }

    private static void without(Path jar, Path target, Predicate<String> left) throws IOException {
        copy(jar, target, left, Map.of());
    }

    /** A copy of a jar without some of its entries and with some more, the same whenever it is made. */
    static void copy(Path jar, Path target, Predicate<String> left, Map<String, Path> more) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile());
                OutputStream out = Files.newOutputStream(target);
                ZipOutputStream copy = new ZipOutputStream(out)) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!left.test(entry.getName())) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        put(copy, entry.getName(), in);
                    }
                }
            }
            for (Map.Entry<String, Path> entry : more.entrySet()) {
                try (InputStream in = Files.newInputStream(entry.getValue())) {
                    put(copy, entry.getKey(), in);
                }
            }
        }
    }

    private static void put(ZipOutputStream jar, String name, InputStream content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setLastModifiedTime(FileTime.from(Trees.TIME));
        jar.putNextEntry(entry);
        content.transferTo(jar);
        jar.closeEntry();
    }

    /** Removes what only a debugger reads from libraries; only Linux has symbols inside them. */
    static void strip(Plan plan, List<Path> libraries) throws IOException, InterruptedException {
        if (plan.platform() == Plan.Platform.LINUX && Tool.exists("strip")) {
            for (Path library : libraries) {
                Tool.run(plan.work(), Map.of(), List.of("strip", "--strip-unneeded", library.toString()));
            }
        }
    }
}
