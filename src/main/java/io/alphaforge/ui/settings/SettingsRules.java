package io.alphaforge.ui.settings;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Which names settings have, and what their values may be. */
final class SettingsRules {
    private static final Rule ANY = new Rule("texts", texts -> true);
    private static final Rule NUMBER =
            new Rule("a number", texts -> texts.size() == 1 && texts.stream().allMatch(SettingsRules::isNumber));
    private static final Rule TRUTH = oneOf("true", "false");

    private static final Map<String, Rule> KNOWN = Map.ofEntries(
            Map.entry("appearance.theme", oneOf("light", "dark")),
            Map.entry("appearance.times", oneOf("local")),
            Map.entry("backtest.form", ANY),
            Map.entry("coin.below", NUMBER),
            Map.entry("coin.logarithmic", TRUTH),
            Map.entry("coin.tab", ANY),
            Map.entry("dashboard.hideStale", TRUTH),
            Map.entry("dashboard.watchlist", TRUTH),
            Map.entry("database.profile", ANY),
            Map.entry("database.server", ANY),
            Map.entry("performance.span", ANY),
            Map.entry("settings.section", oneOf("connections")),
            Map.entry("updates.check", oneOf("yes")),
            Map.entry("updates.feed", new Rule("an https address", SettingsRules::isHttps)),
            Map.entry("updates.looked", ANY),
            Map.entry("watchlist", ANY),
            Map.entry("window.maximized", oneOf("yes")),
            Map.entry("window.page", ANY),
            Map.entry(
                    "window.place",
                    new Rule(
                            "four numbers",
                            texts -> texts.size() == 4 && texts.stream().allMatch(SettingsRules::isNumber))));
    /** Names that end like this belong to the tables, and to the dialogs that ask for files. */
    private static final Set<String> ENDINGS = Set.of(".columns", ".sort", ".folder");

    private SettingsRules() {}

    private record Rule(String expected, Predicate<List<String>> holds) {}

    private static Rule oneOf(String... allowed) {
        Set<String> all = Set.of(allowed);
        String words = "'" + String.join("' or '", allowed) + "'";
        return new Rule(words, texts -> texts.size() == 1 && all.contains(texts.getFirst()));
    }

    static boolean isKnown(String name) {
        return KNOWN.containsKey(name) || ENDINGS.stream().anyMatch(name::endsWith);
    }

    /** What would have to stand there instead of these texts; empty when they are right. */
    static Optional<String> expected(String name, List<String> texts) {
        return Optional.ofNullable(KNOWN.get(name))
                .filter(rule -> !rule.holds().test(texts))
                .map(Rule::expected);
    }

    private static boolean isNumber(String text) {
        try {
            return Double.isFinite(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isHttps(List<String> texts) {
        try {
            URI address = URI.create(texts.getFirst());
            // What stays on this computer needs no protection on the way.
            boolean near = "http".equals(address.getScheme()) && "127.0.0.1".equals(address.getHost());
            return texts.size() == 1 && (near || "https".equals(address.getScheme())) && address.getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
