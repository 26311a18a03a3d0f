package io.alphaforge.store.duckdb;

import io.alphaforge.market.BarColumn;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** How the columns of bars are called in the table {@code crypto_prices}, whose order is that of {@link BarColumn}. */
final class PriceColumns {
    private PriceColumns() {}

    static String name(BarColumn column) {
        return switch (column) {
            case OPEN -> "open_price";
            case HIGH -> "high_price";
            case LOW -> "low_price";
            case CLOSE -> "close_price";
            case VOLUME -> "volume";
        };
    }

    /** The columns in the order in which a query returns them. */
    static List<BarColumn> ordered(Set<BarColumn> columns) {
        return columns.stream().sorted().toList();
    }

    static String names(List<BarColumn> columns) {
        return columns.stream().map(PriceColumns::name).collect(Collectors.joining(","));
    }
}
