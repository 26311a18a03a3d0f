package io.alphaforge.feed;

import io.alphaforge.market.Instrument;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Tells from its header what each column means. */
final class ColumnNames {
    private static final Set<String> OPENS = Set.of("open", "o", "openprice", "priceopen", "opening");
    private static final Set<String> HIGHS = Set.of("high", "h", "highprice", "pricehigh", "max");
    private static final Set<String> LOWS = Set.of("low", "l", "lowprice", "pricelow", "min");
    private static final Set<String> CLOSES = Set.of("close", "c", "closeprice", "priceclose", "closing");
    private static final Set<String> VOLUMES =
            Set.of("volume", "vol", "v", "basevolume", "volumebase", "baseassetvolume", "volumetraded");
    private static final Set<String> QUOTE_VOLUMES = Set.of(
            "quotevolume",
            "volumequote",
            "quoteassetvolume",
            "volumeto",
            "turnover",
            "quotevol",
            "volumecurrency",
            "volumeusd",
            "volumeusdt",
            "volumeusdc",
            "volumebusd",
            "volumeeur");
    /** The assets of {@code Volume From} and {@code Volume To}, and of {@code Volume (Currency)} beside {@code Volume (BTC)}. */
    private static final Set<String> UNNAMED_ASSETS = Set.of("FROM", "TO", "CURRENCY");

    private static final String VOLUME = "volume";
    private static final Set<String> SYMBOLS = Set.of("symbol", "ticker", "pair", "instrument", "coin");

    private ColumnNames() {}

    /** Lower case, letters and digits only: {@code Open time} and {@code open_time} are the same. */
    static String normal(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static Role role(String normal) {
        if (TimeColumns.isTime(normal)) {
            return Role.TIME;
        } else if (OPENS.contains(normal)) {
            return Role.OPEN;
        } else if (HIGHS.contains(normal)) {
            return Role.HIGH;
        } else if (LOWS.contains(normal)) {
            return Role.LOW;
        } else if (CLOSES.contains(normal)) {
            return Role.CLOSE;
        } else if (VOLUMES.contains(normal)) {
            return Role.VOLUME;
        } else if (QUOTE_VOLUMES.contains(normal)) {
            return Role.QUOTE_VOLUME;
        }
        return SYMBOLS.contains(normal) ? Role.SYMBOL : Role.IGNORED;
    }

    /**
     * The role of each column; every role but {@link Role#IGNORED} at most once.
     *
     * @param firstRow the values of the first row, among them the symbol if there is a column for it
     * @param instruments what a file with this symbol, or with none (empty), is of
     */
    static List<Role> roles(
            List<String> names, List<String> firstRow, Function<String, Optional<Instrument>> instruments) {
        List<String> normal = names.stream().map(ColumnNames::normal).toList();
        List<Role> roles = new ArrayList<>(Collections.nCopies(names.size(), Role.IGNORED));
        for (int i = 0; i < names.size(); i++) {
            Role role = role(normal.get(i));
            if (role != Role.TIME && !roles.contains(role)) {
                roles.set(i, role);
            }
        }
        TimeColumns.find(normal, firstRow, roles);
        if (!roles.contains(Role.VOLUME)) {
            int symbol = roles.indexOf(Role.SYMBOL);
            String told = symbol >= 0 && symbol < firstRow.size() ? firstRow.get(symbol) : "";
            nameVolumes(normal, roles, instruments.apply(told));
        }
        return roles;
    }

    /** Whether the volumes are in two columns named for their assets. */
    static boolean hasTwoNamedVolumes(List<String> names, List<Role> roles) {
        return Stream.of(Role.VOLUME, Role.QUOTE_VOLUME)
                .map(roles::indexOf)
                .allMatch(i -> i >= 0 && !asset(normal(names.get(i))).isEmpty());
    }

    /** Where no column is the volume by its name alone, one that is named for an asset is. */
    private static void nameVolumes(List<String> normal, List<Role> roles, Optional<Instrument> instrument) {
        List<Integer> named = IntStream.range(0, normal.size())
                .filter(i -> isAsset(asset(normal.get(i)), instrument))
                .boxed()
                .toList();
        if (named.size() == 2) {
            // The first is the base's, whatever the assets are called.
            roles.replaceAll(role -> role == Role.QUOTE_VOLUME ? Role.IGNORED : role);
            roles.set(named.getFirst(), Role.VOLUME);
            roles.set(named.getLast(), Role.QUOTE_VOLUME);
            return;
        }
        for (int i : named) {
            Role role = role(asset(normal.get(i)), roles.get(i), instrument);
            if (role != roles.get(i) && !roles.contains(role)) {
                roles.set(i, role);
            }
        }
        if (!roles.contains(Role.VOLUME) && !roles.contains(Role.QUOTE_VOLUME)) {
            IntStream.range(0, normal.size())
                    .filter(i -> !asset(normal.get(i)).isEmpty())
                    .findFirst()
                    .ifPresent(i -> roles.set(i, Role.VOLUME));
        }
    }

    /** The role of a volume named for an asset, which the instrument knows better than a list of names. */
    private static Role role(String asset, Role byName, Optional<Instrument> instrument) {
        if (instrument.filter(i -> asset.equals(i.base())).isPresent()) {
            return Role.VOLUME;
        } else if (instrument.filter(i -> asset.equals(i.quote())).isPresent()) {
            return Role.QUOTE_VOLUME;
        }
        return byName == Role.IGNORED ? Role.VOLUME : byName;
    }

    /** What a volume column is named for: {@code BTC} of {@code Volume BTC}; empty for other columns. */
    private static String asset(String normal) {
        String asset = normal.startsWith(VOLUME) ? normal.substring(VOLUME.length()) : "";
        return asset.equals("xbt") ? "BTC" : asset.toUpperCase(Locale.ROOT);
    }

    private static boolean isAsset(String name, Optional<Instrument> instrument) {
        return FileNameWords.isQuote(name)
                || UNNAMED_ASSETS.contains(name)
                || instrument
                        .filter(i -> name.equals(i.base()) || name.equals(i.quote()))
                        .filter(i -> !name.isEmpty())
                        .isPresent();
    }
}
