package io.alphaforge.ui.backtest;

import java.time.LocalDate;

/** The ranges of days that the form offers, counted back from the day of the newest bar, which belongs to them. */
enum RangeChoice {
    ALL("All bars"),
    DAYS_30("Last 30 days"),
    DAYS_90("Last 90 days"),
    YEAR("Last year"),
    YEARS_3("Last 3 years"),
    THIS_YEAR("This year"),
    CUSTOM("Custom");

    private final String title;

    RangeChoice(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** Whether its first day follows from the last. */
    boolean isRelative() {
        return this != ALL && this != CUSTOM;
    }

    /** The first day of a relative range that ends with this day. */
    LocalDate first(LocalDate last) {
        return switch (this) {
            case DAYS_30 -> last.minusDays(29);
            case DAYS_90 -> last.minusDays(89);
            case YEAR -> last.minusYears(1).plusDays(1);
            case YEARS_3 -> last.minusYears(3).plusDays(1);
            case THIS_YEAR -> last.withDayOfYear(1);
            case ALL, CUSTOM -> last;
        };
    }
}
