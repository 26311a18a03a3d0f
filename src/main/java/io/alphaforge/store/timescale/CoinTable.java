package io.alphaforge.store.timescale;

import io.alphaforge.market.Instrument;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Comparator;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The table of coins within the transaction of a connection. Whoever writes bars of a coin shares it until the end of the
 * transaction and whoever may delete it holds it alone: bars need not refer to their coin in a database that others have
 * made, so nothing else would keep a coin from going while bars of it come.
 */
final class CoinTable {
    private static final Logger LOG = LoggerFactory.getLogger(CoinTable.class);
    /** What the server says when rows of another table refer to one that is to go. */
    private static final String REFERRED = "23503";

    private final Connection connection;
    private final ServerFacts facts;

    CoinTable(Connection connection, ServerFacts facts) {
        this.connection = connection;
        this.facts = facts;
    }

    /** A coin with the server's number of it. */
    record Coin(int id, Instrument instrument) {}

    /** Keeps a coin from being deleted, whether it is there already or not; others who write it do not wait. */
    void share(String symbol) throws SQLException {
        Statements.run(connection, CoinTable.class, "share", lock(symbol));
    }

    /** Waits for those who write a coin, and keeps others from writing it. */
    void hold(String symbol) throws SQLException {
        Statements.run(connection, CoinTable.class, "hold", lock(symbol));
    }

    private static String lock(String symbol) {
        return "alphaforge coin " + symbol;
    }

    /** The coin of this symbol, in whatever spelling the table has it. */
    Optional<Coin> find(String symbol) throws SQLException {
        try (PreparedStatement statement = Statements.prepare(connection, CoinTable.class, "find", symbol);
                ResultSet rows = statement.executeQuery()) {
            if (rows.next()) {
                int id = rows.getInt("id");
                return SeriesSurvey.instrument(rows).map(coin -> new Coin(id, coin));
            }
        }
        return SeriesSurvey.coins(connection, facts).entrySet().stream()
                .filter(coin -> coin.getValue().symbol().equals(symbol))
                .map(coin -> new Coin(coin.getKey(), coin.getValue()))
                .min(Comparator.comparingInt(Coin::id));
    }

    /** Adds a coin and returns its number; another's who was quicker is taken. */
    int insert(Instrument coin) throws SQLException {
        // A table that others have made need not keep symbols apart, and those who write a coin share it.
        Statements.run(connection, CoinTable.class, "hold", "alphaforge new coin " + coin.symbol());
        Optional<Coin> quicker = find(coin.symbol());
        if (quicker.isPresent()) {
            return quicker.get().id();
        }
        String name = coin.base().isEmpty() ? coin.symbol() : coin.base();
        Statements.run(connection, CoinTable.class, "insert", coin.symbol(), name, coin.base(), coin.quote());
        return find(coin.symbol()).orElseThrow().id();
    }

    /**
     * Deletes a coin of which there are no bars. One that tables of others refer to stays; that does no harm.
     *
     * @return whether it is gone
     */
    boolean deleteEmpty(int id) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (PreparedStatement statement = Statements.prepare(connection, CoinTable.class, "delete", id)) {
            boolean gone = statement.executeUpdate() > 0;
            connection.releaseSavepoint(before);
            return gone;
        } catch (SQLException e) {
            if (!REFERRED.equals(e.getSQLState())) {
                throw e;
            }
            connection.rollback(before);
            LOG.debug("Coin {} stays.", id, e);
            return false;
        }
    }
}
