package io.alphaforge.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionProfileTest {
    private static ConnectionProfile profile(String hosts, int port, String replicas, boolean pooled, TlsMode mode) {
        return new ConnectionProfile(
                " Team ",
                new ConnectionProfile.Server(hosts, port, "market data", "ann", replicas, pooled),
                new ConnectionProfile.Tls(mode, "/etc/ca & co.pem"),
                30,
                "");
    }

    @Test
    void aProfileEndsUpAsAnAddress() {
        assertThat(profile("db1, db2:6000", 5433, "", true, TlsMode.VERIFY_FULL).address())
                .isEqualTo("jdbc:postgresql://db1:5433,db2:6000/market%20data?sslmode=verify-full&user=ann"
                        + "&sslrootcert=%2Fetc%2Fca%20%26%20co.pem&pgbouncer=true");
        assertThat(profile("db1", 5432, "", false, TlsMode.REQUIRE).address())
                .as("the usual port is left out, and a certificate that is not checked")
                .isEqualTo("jdbc:postgresql://db1/market%20data?sslmode=require&user=ann");
        assertThat(profile("[::1]", 5433, "", false, TlsMode.DISABLE).address()).contains("//[::1]:5433/");
    }

    @Test
    void replicasAreReadFromSecondariesFirst() {
        assertThat(profile("db1", 5432, "", false, TlsMode.PREFER).replicaAddress())
                .isEmpty();
        assertThat(profile("db1", 5433, "r1,r2", false, TlsMode.PREFER).replicaAddress())
                .hasValue("jdbc:postgresql://r1:5433,r2:5433/market%20data?sslmode=prefer&user=ann"
                        + "&targetServerType=preferSecondary&loadBalanceHosts=true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " , ", "ann:hunter2@db", "db/bars", "db?password=hunter2", "db:x"})
    void aHostThatIsNoneIsRefusedWithoutRepeatingIt(String hosts) {
        assertThatThrownBy(() -> profile(hosts, 5432, "", false, TlsMode.PREFER))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .contains("host")
                .doesNotContain("hunter2");
    }

    @Test
    void portsAndTimeoutsThatNoServerTakesAreRefused() {
        for (String hosts : List.of("db:0", "db:65536,db2", "[::1]:99999")) {
            assertThatThrownBy(() -> profile(hosts, 5432, "", false, TlsMode.PREFER))
                    .hasMessageContaining("from 1 to 65535");
        }
        ConnectionProfile good = profile("db:65535,[::1]", 5432, "", false, TlsMode.PREFER);
        assertThat(new ConnectionProfile("x", good.server(), good.tls(), 2_147_483, "").timeout())
                .isEqualTo(2_147_483);
        assertThatThrownBy(() -> new ConnectionProfile("x", good.server(), good.tls(), 2_147_484, ""))
                .hasMessageContaining("up to 2147483");
    }

    @ParameterizedTest
    @ValueSource(strings = {"redis://ann:hunter2@db", "rediss://:hunter2@db/1", "@://x:hunter2@"})
    void aPasswordInTheUrlOfRedisIsRefused(String redis) {
        ConnectionProfile good = profile("db", 5432, "", false, TlsMode.PREFER);
        assertThatThrownBy(() -> new ConnectionProfile("x", good.server(), good.tls(), 0, redis))
                .hasMessageContaining("must not contain a password")
                .message()
                .doesNotContain("hunter2");
    }

    @Test
    void forPeopleAProfileIsUserHostAndDatabase() {
        assertThat(profile("db1", 5433, "", false, TlsMode.PREFER).label()).isEqualTo("ann@db1:5433/market data");
        assertThat(profile("db1", 5432, "", false, TlsMode.PREFER).label()).isEqualTo("ann@db1/market data");
        assertThat(profile("db1", 5432, "", false, TlsMode.PREFER).name()).isEqualTo("Team");
    }
}
