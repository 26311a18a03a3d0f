package io.alphaforge.store.timescale;

/** What a server offers beside PostgreSQL. */
public enum Edition {
    COMMUNITY(
            "TimescaleDB community",
            "a hypertable, compression, continuous aggregates and refresh policies",
            "Hypertable, compression, continuous aggregates and refresh policies are used."),
    APACHE(
            "TimescaleDB Apache",
            "a hypertable",
            "A hypertable is used; there is no compression and there are no continuous aggregates, so bars take about"
                    + " eight times the room and daily bars are summed up when they are asked for."),
    POSTGRESQL(
            "PostgreSQL without TimescaleDB",
            "",
            "One plain table holds all bars: reading a few coins is as fast, scans of tens of millions of bars and"
                    + " retention take longer, and nothing is compressed.");

    private final String title;
    private final String offers;
    private final String cost;

    Edition(String title, String offers, String cost) {
        this.title = title;
        this.offers = offers;
        this.cost = cost;
    }

    public String title() {
        return title;
    }

    /** What can be used there; empty where that is no more than tables. */
    String offers() {
        return offers;
    }

    /** What using all of it costs, in a sentence. */
    String cost() {
        return cost;
    }
}
