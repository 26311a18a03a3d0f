package io.alphaforge.ui.backtest;

/** The kinds of universe that the form offers. */
enum UniverseChoice {
    TOP("Top", "The coins with the highest turnover over their last 30 days"),
    ALL("All", "Every coin in the database"),
    LISTED("List", "The symbols you name or tick"),
    WATCHLIST("★", "The coins that you have starred"),
    BARS("Bars", "The coins with at least so many bars at the interval");

    private final String title;
    private final String description;

    UniverseChoice(String title, String description) {
        this.title = title;
        this.description = description;
    }

    String title() {
        return title;
    }

    String description() {
        return description;
    }
}
