package io.alphaforge.store.duckdb;

import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Column;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionBuilder;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.duckdb.DuckDBWritableVector;

/**
 * The table function {@code bars_to_write(ticket)}: lets SQL read bars that are in memory, column by column. It fills
 * DuckDB's own vectors, which is three times as fast as its appender.
 */
final class BarsFunction implements DuckDBTableFunction<Bars, int[], Object> {
    private static final AtomicLong TICKETS = new AtomicLong();
    private static final Map<Long, Bars> OFFERED = new ConcurrentHashMap<>();

    private BarsFunction() {}

    /** Makes the function known to a database. */
    static void register(DuckDBConnection connection) throws SQLException {
        try (DuckDBTableFunctionBuilder builder = DuckDBFunctions.tableFunction()) {
            builder.withName("bars_to_write")
                    .withParameter(DuckDBColumnType.BIGINT)
                    .withFunction(new BarsFunction())
                    .register(connection);
        }
    }

    /** Offers bars with every column to the function until closed. */
    static Offer offer(Bars bars) {
        long ticket = TICKETS.incrementAndGet();
        OFFERED.put(ticket, bars);
        return new Offer(ticket);
    }

    /**
     * Bars that the function can read.
     *
     * @param ticket the function's parameter
     */
    record Offer(long ticket) implements AutoCloseable {
        @Override
        public void close() {
            OFFERED.remove(ticket);
        }
    }

    @Override
    public Bars bind(DuckDBTableFunctionBindInfo info) throws SQLException {
        info.addResultColumn("micros", DuckDBColumnType.BIGINT);
        for (BarColumn column : BarColumn.values()) {
            info.addResultColumn(PriceColumns.name(column), DuckDBColumnType.DOUBLE);
        }
        Bars bars = OFFERED.get(info.getParameter(0).getLong());
        if (bars == null) {
            throw new SQLException("These bars are not offered any more.");
        }
        info.setCardinality(bars.size(), true);
        return bars;
    }

    @Override
    public int[] init(DuckDBTableFunctionInitInfo info) {
        // One thread, so that the rows are written in time order.
        info.setMaxThreads(1);
        return new int[1];
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo call, DuckDBDataChunkWriter chunk) {
        Bars bars = call.getBindData();
        int[] position = call.getInitData();
        int from = position[0];
        int count = (int) Math.min(chunk.capacity(), bars.size() - from);
        DuckDBWritableVector micros = chunk.vector(0);
        for (int i = 0; i < count; i++) {
            micros.setLong(i, bars.time(from + i) * 1000);
        }
        int index = 1;
        for (BarColumn name : BarColumn.values()) {
            Column column = bars.column(name);
            DuckDBWritableVector vector = chunk.vector(index++);
            for (int i = 0; i < count; i++) {
                vector.setDouble(i, column.get(from + i));
            }
        }
        position[0] = from + count;
        return count;
    }
}
