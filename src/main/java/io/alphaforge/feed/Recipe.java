package io.alphaforge.feed;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How to read the rows of a file.
 *
 * @param json JSON instead of separated columns
 * @param header the columns are named
 * @param separator between columns
 * @param firstLine the line of the first row of data, counted from 1
 * @param roles what each column means; for JSON objects empty, there the names tell
 * @param orderFromData the roles of the four price columns are a guess that the rows decide
 */
record Recipe(
        Layout layout,
        boolean json,
        boolean header,
        char separator,
        long firstLine,
        List<Role> roles,
        boolean orderFromData) {
    private static final Set<Layout> WITH_HEADER = EnumSet.of(
            Layout.ARCHIVE,
            Layout.BINANCE,
            Layout.CRYPTO_DATA_DOWNLOAD,
            Layout.COINBASE,
            Layout.YAHOO,
            Layout.COIN_MARKET_CAP,
            Layout.DATA_FRAME);

    Recipe {
        roles = List.copyOf(roles);
    }

    /** The roles without the volume in the quote asset, if there is one in the base asset. */
    static List<Role> withOneVolume(List<Role> roles) {
        return roles.contains(Role.VOLUME)
                ? roles.stream()
                        .map(role -> role == Role.QUOTE_VOLUME ? Role.IGNORED : role)
                        .toList()
                : roles;
    }

    /**
     * This recipe under the layout that a user insists on. Layouts with a header differ in what their volume and times
     * mean only, so any file with a header can be read as any of them.
     */
    Recipe forced(@Nullable Layout wanted) {
        Layout named = wanted != null && WITH_HEADER.contains(wanted) && header ? wanted : layout;
        List<Role> read = named == Layout.CRYPTO_DATA_DOWNLOAD ? roles : withOneVolume(roles);
        return new Recipe(named, json, header, separator, firstLine, read, orderFromData);
    }
}
