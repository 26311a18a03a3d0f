package io.alphaforge.store.timescale;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;

/**
 * Tells a pool which refusals say nothing against the connection that they came over: that a server cannot do something
 * is an answer, and whoever asked goes on with the same connection.
 */
final class Refusals implements SQLExceptionOverride {
    private static final String NOT_SUPPORTED = "0A000";

    @java.lang.Override
    public SQLExceptionOverride.Override adjudicate(SQLException e) {
        return NOT_SUPPORTED.equals(e.getSQLState())
                ? SQLExceptionOverride.Override.DO_NOT_EVICT
                : SQLExceptionOverride.Override.CONTINUE_EVICT;
    }
}
