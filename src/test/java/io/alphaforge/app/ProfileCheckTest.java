package io.alphaforge.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.cache.RealRedis;
import io.alphaforge.run.ConnectionProfile;
import io.alphaforge.run.Finding;
import io.alphaforge.store.timescale.Servers;
import io.alphaforge.store.timescale.Servers.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A profile is looked at before it is kept: its database and the Redis beside that, both real. */
@Timeout(120)
class ProfileCheckTest {
    @TempDir
    Path home;

    private final String url = Servers.emptyDatabase(Kind.PLAIN);

    private List<Finding> check(String redis) {
        ConnectionProfile plain = Profiles.of("team", url, "");
        return new WorkspaceWiring(Map.of())
                .connections(home)
                .check(new ConnectionProfile(plain.name(), plain.server(), plain.tls(), plain.timeout(), redis), null);
    }

    @Test
    void theRedisOfAProfileIsTestedWithItsDatabase() {
        try (RealRedis redis = new RealRedis()) {
            List<Finding> found = check(redis.url());
            assertThat(found).extracting(Finding::name).contains("login").containsOnlyOnce("redis");
            assertThat(found.getLast().ok()).isTrue();
            assertThat(found.getLast().text()).contains(" answers: version ", "round trip");
            redis.stop();
            Finding gone = check(redis.url()).getLast();
            assertThat(gone.ok()).isFalse();
            assertThat(gone.text()).contains("cannot be used").doesNotContain("Exception");
        }
    }

    @Test
    void withoutARedisNothingIsSaidOfOne() {
        assertThat(check("")).extracting(Finding::name).contains("login").doesNotContain("redis");
    }

    @Test
    void aUrlThatIsNoneIsSaidInItsLine() {
        assertThat(check("http://cache.example").getLast())
                .matches(finding -> finding.name().equals("redis") && !finding.ok());
    }
}
