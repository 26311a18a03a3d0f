package io.alphaforge.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PathDialogsTest {
    @Test
    void aBackupIsNamedAfterItsTableAsEveryFileSystemTakesIt() {
        assertThat(PathDialogs.nameOf("crypto_prices_old")).isEqualTo("crypto_prices_old.zip");
        assertThat(PathDialogs.nameOf("archive.\"prices: old\"")).isEqualTo("archive._prices__old_.zip");
    }
}
