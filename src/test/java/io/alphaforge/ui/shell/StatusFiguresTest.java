package io.alphaforge.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.MirrorStatus;
import io.alphaforge.catalog.MirrorStatus.Amount;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatusFiguresTest {
    private static final long NOW = 1_750_000_000_000L;
    private static final long HOUR = 3_600_000;

    private static String server(long offlineSince, long asOf) {
        MirrorStatus status = new MirrorStatus(true, offlineSince, asOf, Amount.NONE, Amount.NONE, 0, 1, "");
        return StatusFigures.server("jdbc:postgresql://db.example/crypto", Optional.of(status), NOW);
    }

    @Test
    void aServerIsNamedAndOfflineTheMirrorWithItsAge() {
        assertThat(StatusFigures.server("db.example/crypto", Optional.empty(), NOW))
                .isEqualTo("Server  db.example/crypto");
        assertThat(server(0, NOW)).isEqualTo("Server  db.example/crypto");
        assertThat(server(NOW - 5, NOW - 3 * HOUR)).isEqualTo("Offline  ·  mirror of db.example/crypto, 3 h old");
        assertThat(server(NOW - 5, NOW - 5)).isEqualTo("Offline  ·  mirror of db.example/crypto, current");
        assertThat(server(NOW - 5, 0)).isEqualTo("Offline  ·  mirror of db.example/crypto, never whole");
    }
}
