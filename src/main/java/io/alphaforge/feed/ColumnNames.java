package io.alphaforge.feed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells from its header what each column means. */
final class ColumnNames {
    /** Names of the bar's time, the most exact first: of an epoch and a date beside it the epoch is read. */
    private static final List<String> TIMES = List.of(
            "opentime",
            "candleopentime",
            "starttime",
            "start",
            "unix",
            "unixtimestamp",
            "timestamp",
            "ts",
            "time",
            "t",
            "datetime",
            "dateutc",
            "timeutc",
            "dt",
            "date",
            "day");

    private static final Set<String> OPENS = Set.of("open", "o", "openprice", "priceopen", "opening");
    private static final Set<String> HIGHS = Set.of("high", "h", "highprice", "pricehigh", "max");
    private static final Set<String> LOWS = Set.of("low", "l", "lowprice", "pricelow", "min");
    private static final Set<String> CLOSES = Set.of("close", "c", "closeprice", "priceclose", "closing");
    private static final Set<String> VOLUMES =
            Set.of("volume", "vol", "v", "basevolume", "volumebase", "baseassetvolume", "volumefrom", "volumetraded");
    private static final Set<String> QUOTE_VOLUMES = Set.of(
            "quotevolume",
            "volumequote",
            "quoteassetvolume",
            "volumeto",
            "turnover",
            "quotevol",
            "volumeusd",
            "volumeusdt",
            "volumeusdc",
            "volumebusd",
            "volumeeur");
    private static final Set<String> SYMBOLS = Set.of("symbol", "ticker", "pair", "instrument", "coin");

    private ColumnNames() {}

    /** Lower case, letters and digits only: {@code Open time} and {@code open_time} are the same. */
    static String normal(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    static Role role(String name) {
        String normal = normal(name);
        if (TIMES.contains(normal)) {
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
        return SYMBOLS.contains(normal) ? Role.SYMBOL : namedForAsset(normal) ? Role.VOLUME : Role.IGNORED;
    }

    /** {@code Volume BTC}: a volume column named for the asset it is counted in. */
    static boolean namedForAsset(String normal) {
        return normal.startsWith("volume") && normal.length() > "volume".length();
    }

    /** The role of each column; every role but {@link Role#IGNORED} at most once. */
    static List<Role> roles(List<String> names) {
        List<Role> roles = new ArrayList<>(Collections.nCopies(names.size(), Role.IGNORED));
        int time = timeColumn(names);
        for (int i = 0; i < names.size(); i++) {
            Role role = role(names.get(i));
            if (role != Role.TIME && !roles.contains(role)) {
                roles.set(i, role);
            }
        }
        if (time >= 0) {
            roles.set(time, Role.TIME);
        }
        twoVolumes(names, roles);
        return roles;
    }

    /** Of two volumes named for assets the first is the base's, whatever the assets are called. */
    private static void twoVolumes(List<String> names, List<Role> roles) {
        int[] named = java.util.stream.IntStream.range(0, names.size())
                .filter(i -> namedForAsset(normal(names.get(i))))
                .toArray();
        if (named.length == 2) {
            Arrays.stream(named).forEach(i -> roles.set(i, Role.IGNORED));
            roles.replaceAll(role -> role == Role.VOLUME || role == Role.QUOTE_VOLUME ? Role.IGNORED : role);
            roles.set(named[0], Role.VOLUME);
            roles.set(named[1], Role.QUOTE_VOLUME);
        }
    }

    private static int timeColumn(List<String> names) {
        List<String> normal = names.stream().map(ColumnNames::normal).toList();
        for (String time : TIMES) {
            if (normal.contains(time)) {
                return normal.indexOf(time);
            }
        }
        return normal.isEmpty() || !normal.getFirst().isEmpty() ? -1 : 0;
    }
}
