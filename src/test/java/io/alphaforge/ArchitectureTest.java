package io.alphaforge;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The packages form a DAG, and what is dangerous stays where it belongs. */
@AnalyzeClasses(packages = "io.alphaforge", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "io.alphaforge.";

    /** Which packages a package may use beside itself; everything outside the application is another rule's matter. */
    private static final Set<String> PAGE = Set.of(
            "ui.kit",
            "ui.kit.chart",
            "ui.kit.table",
            "files",
            "feed",
            "run",
            "catalog",
            "metrics",
            "market",
            "engine",
            "strategy",
            "indicator",
            "telemetry");

    private static final Set<String> SHELL = Stream.concat(
                    PAGE.stream(),
                    Stream.of(
                            "ui.backtest",
                            "ui.coin",
                            "ui.dashboard",
                            "ui.data",
                            "ui.guide",
                            "ui.performance",
                            "ui.runs",
                            "ui.settings"))
            .collect(Collectors.toSet());

    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("market", Set.of()),
            Map.entry("telemetry", Set.of()),
            Map.entry("catalog", Set.of("market")),
            Map.entry("instance", Set.of()),
            Map.entry("files", Set.of()),
            Map.entry("indicator", Set.of("market")),
            Map.entry("strategy", Set.of("indicator", "market")),
            Map.entry("engine", Set.of("strategy", "indicator", "market")),
            Map.entry("metrics", Set.of("engine", "strategy", "indicator", "market")),
            Map.entry("run", Set.of("catalog", "telemetry", "metrics", "engine", "strategy", "indicator", "market")),
            Map.entry("feed", Set.of("catalog", "telemetry", "market")),
            Map.entry("store.sql", Set.of("catalog", "telemetry", "market")),
            Map.entry(
                    "store.duckdb",
                    Set.of(
                            "files",
                            "store.sql",
                            "run",
                            "catalog",
                            "telemetry",
                            "market",
                            "engine",
                            "metrics",
                            "strategy")),
            Map.entry(
                    "store.timescale",
                    Set.of("store.sql", "run", "catalog", "telemetry", "market", "engine", "metrics", "strategy")),
            Map.entry("store.mirror", Set.of("catalog", "telemetry", "market")),
            Map.entry("cache", Set.of("run", "catalog", "telemetry", "market", "engine", "metrics", "strategy")),
            Map.entry(
                    "ui.kit",
                    Set.of(
                            "ui.kit.table",
                            "files",
                            "run",
                            "catalog",
                            "metrics",
                            "market",
                            "engine",
                            "strategy",
                            "indicator")),
            Map.entry(
                    "ui.kit.chart",
                    Set.of("ui.kit", "run", "catalog", "metrics", "market", "engine", "strategy", "indicator")),
            Map.entry("ui.kit.table", Set.of()),
            Map.entry("ui.backtest", PAGE),
            Map.entry("ui.coin", PAGE),
            Map.entry("ui.dashboard", PAGE),
            Map.entry("ui.data", PAGE),
            Map.entry("ui.guide", Set.of()),
            Map.entry("ui.performance", PAGE),
            Map.entry("ui.runs", PAGE),
            Map.entry("ui.settings", PAGE),
            Map.entry("ui.shell", SHELL),
            Map.entry(
                    "cli",
                    Set.of(
                            "feed",
                            "run",
                            "catalog",
                            "metrics",
                            "market",
                            "engine",
                            "strategy",
                            "indicator",
                            "telemetry")));

    @ArchTest
    void everyPackageUsesOnlyWhatTheDesignAllows(JavaClasses classes) {
        Set<String> packages = classes.stream()
                .map(c -> c.getPackageName())
                .filter(name -> name.startsWith(ROOT))
                .map(name -> name.substring(ROOT.length()))
                .collect(Collectors.toCollection(TreeSet::new));
        packages.remove("app");
        assertThat(MAY_USE.keySet()).as("packages with a rule").containsAll(packages);
        for (String name : packages) {
            String[] forbidden = packages.stream()
                    .filter(other -> !other.equals(name))
                    .filter(other -> !MAY_USE.getOrDefault(name, Set.of()).contains(other))
                    .map(other -> ROOT + other)
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + name)
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(forbidden).or(resideInAPackage(ROOT + "app..")))
                    .because(name + " may use " + MAY_USE.get(name) + " only")
                    .check(classes);
        }
    }

    @ArchTest
    void whatTheDesignAllowsHasNoCycles(JavaClasses classes) {
        // With this and the rule above no two packages can depend on each other, however many steps apart.
        Set<String> settled = new TreeSet<>();
        Set<String> rest = new TreeSet<>(MAY_USE.keySet());
        while (!rest.isEmpty()) {
            Set<String> next = rest.stream()
                    .filter(name -> settled.containsAll(MAY_USE.getOrDefault(name, Set.of())))
                    .collect(Collectors.toSet());
            assertThat(next).as("packages on a cycle: " + rest).isNotEmpty();
            settled.addAll(next);
            rest.removeAll(next);
        }
    }

    @ArchTest
    static final ArchRule JAVAFX_ONLY_IN_THE_WINDOW = noClasses()
            .that()
            .resideOutsideOfPackages("io.alphaforge.ui..", "io.alphaforge.app..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx..", "atlantafx..", "org.kordamp..", "org.controlsfx..");

    @ArchTest
    static final ArchRule SQL_ONLY_IN_THE_STORE = noClasses()
            .that()
            .resideOutsideOfPackage("io.alphaforge.store..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "java.sql..", "javax.sql..", "org.duckdb..", "org.flywaydb..", "org.postgresql..", "com.zaxxer..");

    @ArchTest
    static final ArchRule PAGES_OF_THE_CACHE_ONLY_IN_THE_CACHE = noClasses()
            .that()
            .resideOutsideOfPackage("io.alphaforge.cache..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.h2..", "redis..");

    @ArchTest
    static final ArchRule THE_KEY_STORE_ONLY_WHERE_EVERYTHING_IS_WIRED = noClasses()
            .that()
            .resideOutsideOfPackage("io.alphaforge.app..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.github.javakeyring..");

    @ArchTest
    static final ArchRule WHAT_DECIDES_A_RESULT_KNOWS_NO_CLOCK_NO_CHANCE_AND_NO_FILE = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.alphaforge.market..",
                    "io.alphaforge.indicator..",
                    "io.alphaforge.strategy..",
                    "io.alphaforge.engine..",
                    "io.alphaforge.metrics..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.nio.file..", "java.net..", "java.util.concurrent..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Random")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.time.Clock")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule VIEW_MODELS_KNOW_NO_SCENE = noClasses()
            .that()
            .haveSimpleNameEndingWith("ViewModel")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javafx.scene..", "javafx.stage..");

    @ArchTest
    static final ArchRule NOTHING_IS_CALLED_UTIL =
            noClasses().should().resideInAnyPackage("..util..", "..common..", "..helper..", "..manager..");

    @ArchTest
    void everyPackageSaysWhatItIsForAndIsNullMarked(JavaClasses classes) {
        classes.stream()
                .map(c -> c.getPackage())
                .distinct()
                .filter(p -> p.getName().startsWith(ROOT))
                .forEach(p -> assertThat(p.tryGetPackageInfo().filter(info -> info.isAnnotatedWith(NullMarked.class)))
                        .as(p.getName() + " has a null-marked package-info")
                        .isPresent());
    }
}
