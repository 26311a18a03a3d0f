package io.alphaforge.app;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds out whether a window can be opened, before JavaFX fails at it in its own way. */
@SuppressWarnings("restricted") // Asking the window system is what native access is enabled for.
final class Display {
    private static final List<String> LIBRARIES = List.of("libX11.so.6", "libXtst.so.6", "libgtk-3.so.0");

    private static final Linker LINKER = Linker.nativeLinker();

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

    private static boolean reachable(DynamicLoader loader) throws Throwable {
        MemorySegment x11 = loader.open(LIBRARIES.getFirst());
        MemorySegment display = (MemorySegment) LINKER.downcallHandle(
                        loader.symbol(x11, "XOpenDisplay"),
                        FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS))
                .invokeExact(MemorySegment.NULL);
        if (display.address() == 0) {
            return false;
        }
        int ignored = (int) LINKER.downcallHandle(
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
            return (MemorySegment) LINKER.downcallHandle(
                            LINKER.defaultLookup().findOrThrow("dlopen"),
                            FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT))
                    .invokeExact(arena.allocateFrom(file), RTLD_LAZY);
        }

        MemorySegment symbol(MemorySegment handle, String name) throws Throwable {
            return (MemorySegment) LINKER.downcallHandle(
                            LINKER.defaultLookup().findOrThrow("dlsym"),
                            FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.ADDRESS))
                    .invokeExact(handle, arena.allocateFrom(name));
        }
    }
}
