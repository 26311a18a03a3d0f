package io.alphaforge.app;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds out whether a window can be opened, before JavaFX fails at it in its own way. */
@SuppressWarnings("restricted") // Asking the window system is what native access is enabled for.
final class Display {
    private static final List<String> LIBRARIES = List.of("libX11.so.6", "libXtst.so.6", "libgtk-3.so.0");

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
            for (String library : LIBRARIES) {
                try {
                    SymbolLookup.libraryLookup(library, arena);
                } catch (IllegalArgumentException e) {
                    return Optional.of(
                            "The library " + library + " that windows need is not installed (GTK 3 and X11)");
                }
            }
            return reachable(arena) ? Optional.empty() : Optional.of("The display " + display + " cannot be reached");
        }
    }

    private static boolean reachable(Arena arena) {
        SymbolLookup x11 = SymbolLookup.libraryLookup("libX11.so.6", arena);
        Linker linker = Linker.nativeLinker();
        try {
            MemorySegment display = (MemorySegment) linker.downcallHandle(
                            x11.findOrThrow("XOpenDisplay"),
                            FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS))
                    .invokeExact(MemorySegment.NULL);
            if (display.address() == 0) {
                return false;
            }
            int ignored = (int) linker.downcallHandle(
                            x11.findOrThrow("XCloseDisplay"),
                            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS))
                    .invokeExact(display);
            return ignored >= 0;
        } catch (Throwable e) {
            throw new IllegalStateException("The X library could not be called.", e);
        }
    }
}
