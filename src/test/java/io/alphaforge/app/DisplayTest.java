package io.alphaforge.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class DisplayTest {
    private String platform = "";

    @BeforeEach
    void withoutTheHeadlessPlatformOfTheTests() {
        platform = System.getProperty("glass.platform", "");
        System.clearProperty("glass.platform");
    }

    @AfterEach
    void restore() {
        System.setProperty("glass.platform", platform);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void withoutADisplayTheReasonIsTold() {
        assertThat(Display.missing(Map.of(), "Linux"))
                .hasValueSatisfying(r -> assertThat(r).contains("DISPLAY is not set"));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDisplayThatNobodyServesCannotBeReached() {
        assertThat(Display.missing(Map.of("DISPLAY", ":4711"), "Linux")).isPresent();
    }

    @Test
    void otherPlatformsAlwaysHaveADisplay() {
        assertThat(Display.missing(Map.of(), "Mac OS X")).isEmpty();
        assertThat(Display.missing(Map.of(), "Windows 11")).isEmpty();
    }

    @Test
    void withoutAGraphicsDeviceTheProcessorDraws(@TempDir Path devices) throws IOException {
        assertThat(Display.isDrawnByProcessor("Linux", devices)).isTrue();
        assertThat(Display.isDrawnByProcessor("Windows 11", devices)).isFalse();
        Files.createDirectory(devices.resolve("dri"));
        assertThat(Display.isDrawnByProcessor("Linux", devices)).isFalse();
    }
}
