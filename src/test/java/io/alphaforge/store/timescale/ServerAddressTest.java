package io.alphaforge.store.timescale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphaforge.catalog.StoreException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.Driver;

class ServerAddressTest {
    @Test
    void anAddressNamesHostsDatabaseUserAndWhatTheDriverMayBeTold() {
        ServerAddress address = ServerAddress.parse(
                "jdbc:postgresql://db1:5433,db2/market%20data?user=ann&sslmode=verify-full&targetServerType=preferSecondary");
        assertThat(address.hosts()).isEqualTo("db1:5433,db2");
        assertThat(address.database()).isEqualTo("market data");
        assertThat(address.user()).isEqualTo("ann");
        assertThat(address.verified()).isTrue();
        assertThat(address.parameters())
                .isEqualTo(Map.of("sslmode", "verify-full", "targetServerType", "preferSecondary"));
        assertThat(address.pooled()).isFalse();
        assertThat(ServerAddress.parse("jdbc:postgresql://h/d?pgbouncer=true").pooled())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "jdbc:postgresql://h/d?user=a&password=hunter2, must not contain a password",
                "jdbc:postgresql://a:hunter2@h/d, must not contain a password",
                "jdbc:postgresql://h/d?sslpassword=hunter2, must not contain a password",
                "postgres://a:hunter2@h/d, is no address of a server",
                "jdbc:postgresql://a:hunter2/more@h/d, must not contain a password",
                "jdbc:postgresql://a:hunter2@more@h/d, must not contain a password",
                "jdbc:postgresql://a:one/hunter2@more@h, must not contain a password",
                "jdbc:postgresql://a/t?hunter2@h/d, must not contain a password",
                "jdbc:postgresql://a:hunter2/more, names no host",
                "postgresql://a:one/hunter2@h/d, is no address of a server",
                "postgresql://a:one@hunter2@h/d, is no address of a server",
                "jdbc:postgresql:a:hunter2@h, is no address of a server",
                "jdbc:postgresql://a:one?hunter2@h, lacks a host or a database",
                "jdbc:postgresql://h:54x2/d, names no host",
                "jdbc:postgresql://h:99999/d, names no host",
                "jdbc:postgresql://h:0/d, names no host",
                "jdbc:postgresql://h:/d, names no host",
                "jdbc:postgresql://[::1/d, names no host",
                "jdbc:postgresql://::1/d, names no host",
                "jdbc:postgresql://h/d?socketFactory=org.evil.Factory, socketFactory' is not allowed",
                "jdbc:postgresql://h/d?loggerFile=/etc/passwd, loggerFile' is not allowed",
                "jdbc:postgresql://h/d?sslmode=maybe, maybe' is no sslmode",
                "jdbc:postgresql://h, lacks a host or a database",
                "jdbc:mysql://h/d, is no address of a server",
                "jdbc:postgresql://h/d%zz, has a % that is no escape"
            })
    void whatIsWrongWithAnAddressIsSaidWithoutRepeatingASecret(String text, String sentence) {
        assertThatThrownBy(() -> ServerAddress.parse(text))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(sentence)
                .message()
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a?b",
                "postgres?socketFactory=org.evil.Factory&user=postgres",
                "a&b",
                "a+b",
                "a b",
                "100%41",
                "a/b",
                "a@b",
                "kurs_ä€",
                "a#b;c=d"
            })
    void theDriverIsGivenTheVeryNameOfTheDatabaseAndNothingElseOutOfIt(String name) {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8);
        ServerAddress address = ServerAddress.parse("jdbc:postgresql://h:5433/" + encoded + "?user=ann");
        assertThat(address.database()).isEqualTo(name);
        assertThat(Driver.parseURL(address.url(), new Properties()))
                .isEqualTo(Map.of("PGHOST", "h", "PGPORT", "5433", "PGDBNAME", name));
    }

    @Test
    void hostsAreNamesOrNumbersWithPorts() {
        for (String hosts :
                List.of("h", "db_1.example:65535", "[::1]", "[fe80::1%eth0]:1", "10.0.0.1:5432,b", "bücher")) {
            assertThat(ServerAddress.parse("jdbc:postgresql://" + hosts + "/d").hosts())
                    .isEqualTo(hosts);
        }
    }

    @Test
    void aDatabaseWithAnOddNameIsReached() {
        String name = "odd ?user=nobody&a+b%41/ä " + ProcessHandle.current().pid();
        String any = Servers.emptyDatabase(Servers.Kind.PLAIN);
        Servers.sql(any, "CREATE DATABASE \"" + name + "\"");
        String url = any.replaceAll("/test_[^?]*", "/" + URLEncoder.encode(name, StandardCharsets.UTF_8));
        try (TimescaleStore store = new TimescaleStore(ServerOptions.of(url, Map.of()))) {
            store.migrate();
            assertThat(store.series()).isEmpty();
            assertThat(store.location()).endsWith("/" + name);
        }
    }

    @Test
    void aPasswordOfTheEnvironmentIsNeverShown() {
        ServerOptions options =
                ServerOptions.of("jdbc:postgresql://h/d?user=ann", Map.of("ALPHAFORGE_DB_PASSWORD", "hunter2"));
        assertThat(options.password()).isEqualTo("hunter2");
        assertThat(options.toString()).doesNotContain("hunter2");
        assertThat(ServerOptions.of("jdbc:postgresql://h/d", Map.of()).password())
                .as("left to the pgpass file")
                .isNull();
    }
}
