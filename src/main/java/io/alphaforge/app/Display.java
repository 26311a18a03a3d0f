package io.alphaforge.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds out whether a window can be opened, before JavaFX fails at it in its own way. */
@SuppressWarnings("restricted") // Asking the window system is what native access is enabled for.
final class Display {
    private static final List<String> LIBRARIES = List.of("libX11.so.6", "libXtst.so.6", "libgtk-3.so.0");

    private static final List<String> FOLDERS =
            List.of("/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib");

    /** What drivers of graphics processors make below the folder of devices. */
    private static final List<String> DEVICES = List.of("dri", "nvidiactl", "dxg", "mali0");

    private static final Path SOCKETS = Path.of("/proc/net/unix");

    /** {@code __SO_ACCEPTCON} of Linux. */
    private static final int LISTENING = 0x10000;

    private static final Pattern LOCAL = Pattern.compile(":(\\d+)(\\.\\d+)?");

    private Display() {}

    /** Why no window can be opened, or empty when one can. */
    static Optional<String> missing(Map<String, String> environment, String os) {
        boolean headless = "Headless".equals(System.getProperty("glass.platform"));
        if (headless || !os.toLowerCase(Locale.ROOT).startsWith("linux")) {
            return Optional.empty();
        }
        String display = environment.getOrDefault("DISPLAY", "");
        if (display.isBlank()) {
            return Optional.of("There is no display (DISPLAY is not set)");
        }
        if (socket(environment).filter(Display::answers).isPresent()
                && LIBRARIES.stream().allMatch(Display::isInstalled)) {
            return Optional.empty();
        }
        try (Arena arena = Arena.ofConfined()) {
            DynamicLoader loader = new DynamicLoader(arena);
            for (String file : LIBRARIES) {
                if (loader.open(file).address() == 0) {
                    return Optional.of("The library " + file + " that windows need is not installed (GTK 3 and X11)");
                }
            }
            return reachable(loader) ? Optional.empty() : Optional.of("The display " + display + " cannot be reached");
        } catch (Throwable e) {
            throw new IllegalStateException("The window system could not be asked.", e);
        }
    }

    /**
     * Whether everything is in its place for a window, which a display of this computer that has crashed leaves so; finding
     * that out takes longer.
     */
    static boolean isLikely(Map<String, String> environment, String os) {
        if (!os.toLowerCase(Locale.ROOT).startsWith("linux")) {
            return true;
        }
        return socket(environment).filter(Files::exists).isPresent()
                && LIBRARIES.stream().allMatch(Display::isInstalled);
    }

    /** Where the display of this computer is served that somebody has the key to; empty where it is another one. */
    private static Optional<Path> socket(Map<String, String> environment) {
        String key = environment.getOrDefault("XAUTHORITY", "");
        Matcher local = LOCAL.matcher(environment.getOrDefault("DISPLAY", ""));
        return key.isEmpty() || !Files.isReadable(Path.of(key)) || !local.matches()
                ? Optional.empty()
                : Optional.of(Path.of("/tmp/.X11-unix/X" + local.group(1)));
    }

    /**
     * Whether there is nothing but the processor to draw with. JavaFX would find that out as well, after loading 44 MB of a
     * driver that then stays in memory.
     *
     * @param devices the folder of the operating system's devices
     */
    static boolean isDrawnByProcessor(String os, Path devices) {
        return os.toLowerCase(Locale.ROOT).startsWith("linux")
                && DEVICES.stream().noneMatch(device -> Files.exists(devices.resolve(device)));
    }

    /**
     * Whether a display answers. Asking the window system itself makes the runtime spin code for each of its functions, which
     * takes as long as opening the window; and opening a channel makes it look for providers and random numbers, a tenth of that.
     */
    private static boolean answers(Path socket) {
        return listens(socket, SOCKETS) || connects(socket);
    }

    /**
     * Whether Linux lists a socket among those that somebody listens at, which ends with the process. It lists only sockets of its
     * own network, so that none may be listed where one is.
     *
     * @param sockets the list: the fourth of the eight fields of a line are flags, of which one says so, the last is the path
     */
    static boolean listens(Path socket, Path sockets) {
        try (Stream<String> lines = Files.lines(sockets, StandardCharsets.ISO_8859_1)) {
            String path = " " + socket;
            return lines.filter(line -> line.endsWith(path))
                    .map(line -> line.split(" +"))
                    .anyMatch(field -> field.length == 8 && (Integer.parseUnsignedInt(field[3], 16) & LISTENING) != 0);
        } catch (IOException | UncheckedIOException | NumberFormatException e) {
            return false;
        }
    }

    private static boolean connects(Path socket) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            return channel.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean isInstalled(String library) {
        return FOLDERS.stream().anyMatch(folder -> Files.isReadable(Path.of(folder, library)));
    }

    private static boolean reachable(DynamicLoader loader) throws Throwable {
        MemorySegment x11 = loader.open(LIBRARIES.getFirst());
        MemorySegment display = (MemorySegment) Linker.nativeLinker()
                .downcallHandle(
                        loader.symbol(x11, "XOpenDisplay"),
                        FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS))
                .invokeExact(MemorySegment.NULL);
        if (display.address() == 0) {
            return false;
        }
        int ignored = (int) Linker.nativeLinker()
                .downcallHandle(
                        loader.symbol(x11, "XCloseDisplay"),
                        FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS))
                .invokeExact(display);
        return ignored >= 0;
    }

    /** The loader of the C runtime, which finds a file by its name alone and says so when there is none. */
    private record DynamicLoader(Arena arena) {
        private static final int RTLD_LAZY = 1;

        /** A handle of the file, NULL when it cannot be loaded. */
        MemorySegment open(String file) throws Throwable {
            return (MemorySegment) Linker.nativeLinker()
                    .downcallHandle(
                            Linker.nativeLinker().defaultLookup().findOrThrow("dlopen"),
                            FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT))
                    .invokeExact(arena.allocateFrom(file), RTLD_LAZY);
        }

        MemorySegment symbol(MemorySegment handle, String name) throws Throwable {
            return (MemorySegment) Linker.nativeLinker()
                    .downcallHandle(
                            Linker.nativeLinker().defaultLookup().findOrThrow("dlsym"),
                            FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.ADDRESS))
                    .invokeExact(handle, arena.allocateFrom(name));
        }
    }
}
