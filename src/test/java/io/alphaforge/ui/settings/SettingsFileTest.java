package io.alphaforge.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {
    @TempDir
    private Path home;

    @Test
    void whatWasPutIsFoundAtTheNextStart() {
        SettingsFile settings = open();
        settings.put("theme", "dark");
        settings.putList("watchlist", List.of("BTCUSDT", "ETH \"quoted\" – ü"));
        SettingsFile again = open();
        assertThat(again.get("theme")).contains("dark");
        assertThat(again.list("watchlist")).containsExactly("BTCUSDT", "ETH \"quoted\" – ü");
        assertThat(again.problem()).isEmpty();
    }

    @Test
    void anEmptyValueForgetsTheName() {
        SettingsFile settings = open();
        settings.put("theme", "dark");
        settings.put("theme", "");
        settings.putList("watchlist", List.of("BTCUSDT"));
        settings.putList("watchlist", List.of());
        assertThat(open().get("theme")).isEmpty();
        assertThat(open().list("watchlist")).isEmpty();
    }

    @Test
    void changesThatComeFasterThanTheDiskAreWrittenOnce() throws IOException {
        Queue<Runnable> writes = new ArrayDeque<>();
        SettingsFile settings = SettingsFile.load(file(), writes::add);
        for (int i = 0; i < 100; i++) {
            settings.put("sort", "column " + i);
        }
        assertThat(writes).hasSize(1);
        writes.remove().run();
        assertThat(Files.readString(file())).contains("column 99").doesNotContain("column 98");
        settings.put("sort", "column 100");
        assertThat(writes).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{\"theme\": 7}", "{\"theme\": [\"a\", 7]}", "{\"theme\": \"dark\"", "\0\0"})
    void aFileThatCannotBeReadIsKeptUnderAnotherNameAndTold(String content) throws IOException {
        Files.writeString(file(), content);
        SettingsFile settings = open();
        assertThat(settings.problem()).contains("settings.json").contains("settings.json.unreadable");
        assertThat(settings.problem().lines()).hasSize(1);
        settings.put("theme", "light");
        assertThat(open().get("theme")).contains("light");
        assertThat(home.resolve("settings.json.unreadable")).hasContent(content);
    }

    @Test
    void theNameOfAWrongValueIsTold() throws IOException {
        Files.writeString(file(), "{\"window.page\": \"runs\", \"dashboard.sort\": 7}");
        assertThat(open().problem()).contains("'dashboard.sort' is no text");
    }

    private SettingsFile open() {
        return SettingsFile.load(file(), Runnable::run);
    }

    private Path file() {
        return home.resolve("settings.json");
    }
}
