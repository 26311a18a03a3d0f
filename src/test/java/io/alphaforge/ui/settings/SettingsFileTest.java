package io.alphaforge.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.run.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.Stream;
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
    @ValueSource(strings = {"", "{", "[]", "{\"theme\": \"dark\"", "{\"a\": \"b\",\n\n oops}", "\0\0"})
    void aFileThatCannotBeReadIsToldAndKeptUnderAnotherNameBeforeAnythingIsWritten(String content) throws IOException {
        Files.writeString(file(), content);
        SettingsFile settings = open();
        assertThat(settings.problem()).contains("settings.json").contains("defaults");
        assertThat(settings.problem().lines()).hasSize(1);
        assertThat(SettingsFile.check(file()))
                .singleElement()
                .returns(false, Finding::ok)
                .returns(settings.problem(), Finding::text);
        assertThat(file()).hasContent(content);
        settings.put("theme", "light");
        settings.put("theme", "dark");
        assertThat(open().get("theme")).contains("dark");
        try (Stream<Path> files = Files.list(home)) {
            assertThat(files.filter(f -> !f.equals(file()) && !f.equals(lock())))
                    .singleElement()
                    .satisfies(kept -> assertThat(kept.getFileName().toString())
                            .matches("settings\\.json\\.broken-\\d{4}-\\d\\d-\\d\\dT\\d{6}"))
                    .satisfies(kept -> assertThat(kept).hasContent(content));
        }
    }

    @Test
    void aFaultOfTheFileIsToldWithItsLine() throws IOException {
        Files.writeString(file(), "{\"a\": \"b\",\n\n oops}");
        assertThat(open().problem()).contains("line 3");
    }

    @Test
    void aWrongValueIsToldWithItsNameAndLineAndStaysUntilItIsChanged() throws IOException {
        Files.writeString(file(), """
                {
                  "window.page": "runs",
                  "appearance.theme": "drak",
                  "coin.below": 7,
                  "updates.feed": "http://example.com/feed",
                  "some.day": {"is": ["here", 1.5, null, true]}
                }
                """);
        SettingsFile settings = open();
        assertThat(settings.problem())
                .startsWith("In settings.json, line 3, 'appearance.theme' must be 'light' or 'dark', not 'drak';")
                .contains("doctor");
        assertThat(SettingsFile.check(file()))
                .extracting(Finding::text)
                .anyMatch(t -> t.contains("line 4, 'coin.below'"))
                .anyMatch(t -> t.contains("line 5, 'updates.feed' must be an https address"));
        assertThat(settings.get("appearance.theme")).isEmpty();
        assertThat(settings.get("window.page")).contains("runs");
        settings.put("window.page", "data");
        settings.put("appearance.theme", "dark");
        assertThat(Files.readString(file()).replaceAll("\\s", ""))
                .isEqualTo("{\"appearance.theme\":\"dark\",\"coin.below\":7,"
                        + "\"some.day\":{\"is\":[\"here\",1.5,null,true]},"
                        + "\"updates.feed\":\"http://example.com/feed\",\"window.page\":\"data\"}");
    }

    @Test
    void namesOfANewerVersionAreKeptAndOnlyTheDoctorSpeaksOfThem() throws IOException {
        Files.writeString(file(), "{\"window.halo\": \"blue\", \"window.page\": \"runs\"}");
        SettingsFile settings = open();
        assertThat(settings.problem()).isEmpty();
        assertThat(SettingsFile.check(file()))
                .singleElement()
                .returns(true, Finding::ok)
                .satisfies(f -> assertThat(f.text()).contains("window.halo").doesNotContain("window.page"));
        settings.put("window.page", "data");
        assertThat(Files.readString(file())).contains("\"window.halo\" : \"blue\"");
    }

    @Test
    void windowsOfOneHomeKeepWhatTheOthersHavePut() {
        SettingsFile first = open();
        first.put("window.page", "runs");
        first.put("window.rail", "wide");
        SettingsFile second = open();
        first.putList("watchlist", List.of("BTCUSDT"));
        second.put("appearance.theme", "dark");
        second.put("window.rail", "");
        first.put("window.page", "data");
        SettingsFile next = open();
        assertThat(next.list("watchlist")).containsExactly("BTCUSDT");
        assertThat(next.get("appearance.theme")).contains("dark");
        assertThat(next.get("window.rail")).isEmpty();
        assertThat(next.get("window.page")).contains("data");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"window.page\": \"runs\"}"})
    void afterABrokenFileWasRemovedOrRepairedChangesAreWrittenAgain(String repaired) throws IOException {
        Files.writeString(file(), "oops");
        SettingsFile settings = open();
        Files.delete(file());
        if (!repaired.isEmpty()) {
            Files.writeString(file(), repaired);
        }
        settings.put("appearance.theme", "dark");
        settings.put("window.rail", "wide");
        assertThat(open().get("appearance.theme")).contains("dark");
        assertThat(open().get("window.rail")).contains("wide");
        assertThat(open().get("window.page").isPresent()).isEqualTo(!repaired.isEmpty());
        try (Stream<Path> files = Files.list(home)) {
            assertThat(files).containsExactlyInAnyOrder(file(), lock());
        }
    }

    @Test
    void whatCouldNotBeWrittenIsWrittenWithTheNextChange() throws IOException {
        SettingsFile settings = open();
        settings.put("window.page", "runs");
        Files.delete(lock());
        Files.createDirectory(lock());
        settings.put("appearance.theme", "dark");
        assertThat(open().get("appearance.theme")).isEmpty();
        Files.delete(lock());
        settings.putList("watchlist", List.of("BTCUSDT"));
        assertThat(open().get("appearance.theme")).contains("dark");
        assertThat(open().list("watchlist")).containsExactly("BTCUSDT");
    }

    private SettingsFile open() {
        return SettingsFile.load(file(), Runnable::run);
    }

    private Path lock() {
        return home.resolve("settings.json.lock");
    }

    private Path file() {
        return home.resolve("settings.json");
    }
}
