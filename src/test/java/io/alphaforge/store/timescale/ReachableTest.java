package io.alphaforge.store.timescale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alphaforge.catalog.UnreachableException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that is asked for nothing but an answer. */
@Timeout(120)
class ReachableTest {
    @TempDir
    Path folder;

    @Test
    void itIsMissedWhenItIsGoneAndFoundWhenItIsBackOverTheSameConnectionAgainAndAgain() {
        try (OwnServer server = OwnServer.embedded(folder);
                TimescaleStore store = new TimescaleStore(ServerOptions.of(server.url(), Map.of()))) {
            for (int i = 0; i < 20; i++) {
                store.requireReachable();
            }
            assertThat(store.watching().pool().orElseThrow().idle()).isEqualTo(1);
            assertThat(store.watching().server())
                    .as("being there is no use of it, after which it is asked how it is")
                    .isEmpty();
            server.kill();
            assertThatThrownBy(store::requireReachable)
                    .isInstanceOf(UnreachableException.class)
                    .hasMessageContaining("does not answer");
            server.start();
            store.requireReachable();
        }
    }
}
