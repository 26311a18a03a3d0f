package io.alphaforge.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
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
    void onlyASocketThatIsListenedAtAnswers(@TempDir Path folder) throws IOException {
        Path list = Files.writeString(folder.resolve("unix"), """
                Num       RefCount Protocol Flags    Type St Inode Path
                0000000000000000: 00000003 00000000 00000000 0001 03 20461
                0000000000000000: 00000002 00000000 00010000 0001 01 20462 /tmp/.X11-unix/X1
                0000000000000000: 00000003 00000000 00000000 0001 03 20463 /tmp/.X11-unix/X2
                0000000000000000: 00000002 00000000 00010000 0001 01 20464 @/tmp/.X11-unix/X3
                0000000000000000: 00000002 00000000 flags    0001 01 20465 /tmp/.X11-unix/X4
                """);
        assertThat(Display.listens(Path.of("/tmp/.X11-unix/X1"), list)).isTrue();
        assertThat(Display.listens(Path.of("/tmp/.X11-unix/X2"), list)).isFalse();
        assertThat(Display.listens(Path.of("/tmp/.X11-unix/X3"), list)).isFalse();
        assertThat(Display.listens(Path.of("/tmp/.X11-unix/X4"), list)).isFalse();
        assertThat(Display.listens(Path.of("/tmp/.X11-unix/X5"), list)).isFalse();
        assertThat(Display.listens(Path.of("/tmp/.X11-unix/X1"), folder.resolve("none")))
                .isFalse();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aSocketOfThisComputerIsListedWhileItIsListenedAt(@TempDir Path folder) throws IOException {
        Path socket = folder.resolve("socket");
        Path list = Path.of("/proc/net/unix");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            assertThat(Display.listens(socket, list)).isTrue();
        }
        assertThat(socket).exists();
        assertThat(Display.listens(socket, list)).isFalse();
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
