package io.alphaforge.store.timescale;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a database uses of what its server offers.
 *
 * @param edition what the server offers
 * @param bars whether there is a table of bars
 * @param hypertable whether that is a hypertable
 * @param compressed whether old chunks of it are compressed
 * @param summed whether days and weeks are continuous aggregates
 * @param obstacle name of an index that keeps the table from becoming a hypertable; empty where there is none
 */
record Means(Edition edition, boolean bars, boolean hypertable, boolean compressed, boolean summed, String obstacle) {

    static final String AGGREGATES = "continuous aggregates";

    static Means read(Connection connection, ServerFacts facts) throws SQLException {
        if (facts.edition() == Edition.POSTGRESQL || !facts.hasBars()) {
            return new Means(facts.edition(), facts.hasBars(), false, false, false, "");
        }
        try (PreparedStatement statement = Statements.prepare(connection, Means.class, "built");
                ResultSet row = statement.executeQuery()) {
            row.next();
            boolean hypertable = row.getBoolean("hypertable");
            return new Means(
                    facts.edition(),
                    true,
                    hypertable,
                    row.getBoolean("compressed"),
                    row.getBoolean("summed"),
                    hypertable ? "" : obstacle(connection));
        }
    }

    /** What a migration does with bars that are there already, in sentences. */
    List<String> adopting(long count, boolean hasAssets) {
        List<String> sentences = new ArrayList<>();
        String table = "crypto_prices (" + Amounts.plural(count, "bar") + ")";
        sentences.add(
                "It reads every bar of " + table + " once to count it, builds a unique index where there is none, and"
                        + " adds triggers that note changes"
                        + (hasAssets ? "." : ", and columns base_asset and quote_asset to cryptocurrencies."));
        if (edition != Edition.POSTGRESQL && !hypertable && obstacle.isEmpty()) {
            sentences.add(
                    "It makes a hypertable of it, for which every bar is copied into chunks: who writes or reads the"
                            + " table waits meanwhile, and it takes as much room once more.");
        } else {
            sentences.add("Who writes bars waits while the index is built.");
        }
        if (edition == Edition.COMMUNITY && !compressed && obstacle.isEmpty()) {
            sentences.add(
                    "It switches compression on, so the server compresses chunks older than 30 days and merges them to 90 days.");
        }
        return sentences;
    }

    private static String obstacle(Connection connection) throws SQLException {
        try (PreparedStatement statement = Statements.prepare(connection, Means.class, "obstacle");
                ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getString("name") : "";
        }
    }

    /** What is used, what that costs, and what could be used beside. */
    String sentence() {
        if (edition == Edition.POSTGRESQL) {
            return edition.cost();
        }
        if (!bars) {
            return "Nothing is used yet; this server offers " + edition.offers() + ".";
        }
        if (!hypertable) {
            return Edition.POSTGRESQL.cost() + " This server offers " + edition.offers() + ": "
                    + (obstacle.isEmpty() ? "'alphaforge db migrate' sets that up." : reason());
        }
        List<String> lacking = lacking();
        if (edition == Edition.APACHE || lacking.isEmpty()) {
            return edition.cost();
        }
        return "A hypertable is used" + (compressed ? " with compression" : "") + (summed ? " and aggregates" : "")
                + ". This server offers " + String.join(" and ", lacking) + " too: 'alphaforge db migrate' sets that up"
                + " where nothing else is in its place.";
    }

    /** Why the table stays as it is, and what to do. */
    String reason() {
        return "the unique index '" + obstacle + "' of crypto_prices does not contain datetime, which a hypertable asks"
                + " for; let its owner drop it or add that column, then run 'alphaforge db migrate'.";
    }

    /** Of what the server offers, what a migration would still build on the bars. */
    List<String> lacking() {
        List<String> lacking = new ArrayList<>();
        if (edition == Edition.POSTGRESQL || !obstacle.isEmpty()) {
            return lacking;
        }
        if (!hypertable) {
            lacking.add("hypertable");
        }
        if (edition == Edition.COMMUNITY && !compressed) {
            lacking.add("compression");
        }
        if (edition == Edition.COMMUNITY && !summed) {
            lacking.add(AGGREGATES);
        }
        return lacking;
    }
}
