package io.alphaforge.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.run.Finding;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfileTestTest {
    private static final Finding IN = new Finding("login", true, "ann on db.example/crypto");
    private static final Finding OUT = new Finding("login", false, "The server refuses the password.");
    private static final Finding REDIS = new Finding("redis", false, "cache.example:6379 cannot be used: refused.");

    @Test
    void aRedisThatDoesNotAnswerIsSaidOfAConnectionThatWorks() {
        ProfileTest test = ProfileTest.of(List.of(IN, REDIS));
        assertThat(test.ok()).isFalse();
        assertThat(test.verdict()).isEqualTo("The connection works, but: cache.example:6379 cannot be used: refused.");
    }

    @Test
    void thatNobodyIsLetInComesBeforeIt() {
        assertThat(ProfileTest.of(List.of(OUT, REDIS)).verdict()).isEqualTo("The server refuses the password.");
        assertThat(ProfileTest.of(List.of(REDIS)).verdict()).isEqualTo("The server was not reached.");
    }
}
