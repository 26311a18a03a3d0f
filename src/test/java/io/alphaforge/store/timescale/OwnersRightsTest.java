package io.alphaforge.store.timescale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphaforge.market.Interval;
import io.alphaforge.store.duckdb.Made;
import io.alphaforge.store.timescale.Servers.Kind;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Functions that run with their owner's rights use the real tables, whatever their caller puts before them. */
class OwnersRightsTest {
    private String url;
    private String caller;

    @BeforeEach
    void create() {
        url = Servers.emptyDatabase(Kind.PLAIN);
        try (TimescaleStore store = new TimescaleStore(ServerOptions.of(url, Map.of()))) {
            store.migrate();
            store.write(Made.write("BTCUSDT", Made.walk(Interval.H1, 30, 1)));
        }
        String user = "caller_" + url.replaceAll(".*/(test_[^?]*)[?].*", "$1");
        caller = url.replace("user=postgres", "user=" + user);
        Servers.sql(
                url,
                "CREATE ROLE " + user + " LOGIN",
                "CREATE SCHEMA theirs AUTHORIZATION " + user,
                "GRANT INSERT, UPDATE, SELECT ON crypto_prices, query_performance_log TO " + user);
    }

    /** Tables of the caller's own under our names, where the caller says that names are looked for first. */
    private void asCaller(String place, String statement, String question, String expected) {
        String table = place.equals("temporary") ? "CREATE TEMPORARY TABLE " : "CREATE TABLE theirs.";
        String first = "SET search_path = theirs, public";
        Servers.sql(
                caller,
                first,
                table + "bar_changes (crypto_id integer, interval_type text)",
                table
                        + "query_performance_log (id bigint, logged_at timestamptz, caller text, query text, duration_ms float8)",
                table + "crypto_dashboard_summary (interval_type text)",
                "INSERT INTO query_performance_log (id) VALUES (1), (20000)",
                statement,
                "DO $$ BEGIN IF (SELECT count(*) FROM " + question + ") <> " + expected
                        + " THEN RAISE EXCEPTION 'the caller''s own table was used'; END IF; END $$");
    }

    @ParameterizedTest
    @ValueSource(strings = {"temporary", "schema"})
    void notesOfChangesGoIntoTheRealTable(String place) {
        asCaller(place, "UPDATE public.crypto_prices SET volume = volume + 1", "bar_changes", "0");
        assertThat(Servers.value(url, "SELECT count(*) FROM public.bar_changes"))
                .isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"temporary", "schema"})
    void theLogThatIsTrimmedIsTheRealOne(String place) {
        asCaller(
                place,
                "INSERT INTO public.query_performance_log (id, caller, query, duration_ms) VALUES (1, '', '', 1),"
                        + " (10002, '', '', 1)",
                "query_performance_log",
                "2");
        assertThat(Servers.value(url, "SELECT min(id) FROM public.query_performance_log"))
                .isEqualTo("10002");
    }

    @ParameterizedTest
    @ValueSource(strings = {"temporary", "schema"})
    void theDashboardThatIsRefreshedIsTheRealOne(String place) {
        asCaller(place, "SELECT public.alphaforge_refresh_dashboard()", "crypto_dashboard_summary", "0");
        assertThat(Servers.value(url, "SELECT count(*) FROM public.crypto_dashboard_summary"))
                .isEqualTo("1");
    }

    @Test
    void whoMayAddNoBarsMayNotRefreshTheDashboardEither() {
        String refresh = "SELECT public.alphaforge_refresh_dashboard()";
        Servers.sql(caller, refresh);
        String user = caller.replaceAll(".*user=", "");
        Servers.sql(url, "CREATE ROLE " + user + "_group NOINHERIT", "GRANT " + user + "_group TO " + user);
        Servers.sql(url, "REVOKE INSERT ON crypto_prices FROM " + user);
        assertThatThrownBy(() -> Servers.sql(caller, refresh))
                .hasStackTraceContaining(user + " may not refresh crypto_dashboard_summary");
        Servers.sql(url, "GRANT INSERT ON crypto_prices TO " + user + "_group");
        Servers.sql(caller, "SET ROLE " + user + "_group", refresh);
    }

    @Test
    void everyFunctionWithItsOwnersRightsSaysWhereItLooks() {
        assertThat(Servers.value(
                        url,
                        "SELECT string_agg(proname, ' ' ORDER BY proname) FROM pg_proc WHERE prosecdef AND pronamespace ="
                                + " 'public'::regnamespace AND 'search_path=public, pg_temp' = ANY (proconfig)"))
                .isEqualTo(Servers.value(
                        url,
                        "SELECT string_agg(proname, ' ' ORDER BY proname) FROM pg_proc WHERE prosecdef AND pronamespace ="
                                + " 'public'::regnamespace"))
                .contains("alphaforge_refresh_dashboard");
    }
}
