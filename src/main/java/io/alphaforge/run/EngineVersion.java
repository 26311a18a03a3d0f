package io.alphaforge.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The version of everything that decides a result: a hash, made by the build, of the sources of market, indicator,
 * strategy, engine and metrics. Cached rows of another version never answer.
 */
public final class EngineVersion {
    private static final Properties BUILD = load();

    private EngineVersion() {}

    /** 64 hexadecimal digits. */
    public static String current() {
        return required("engine.version");
    }

    /** The application's own version, for people. */
    public static String application() {
        return required("app.version");
    }

    /** Address at which newer versions are announced; empty when the build has set none. */
    public static String feed() {
        return BUILD.getProperty("app.feed", "").strip();
    }

    private static String required(String name) {
        String value = BUILD.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("The build left no " + name + ".");
        }
        return value;
    }

    private static Properties load() {
        Properties properties = new Properties();
        try (InputStream in = EngineVersion.class.getResourceAsStream("engine.properties")) {
            if (in == null) {
                throw new IllegalStateException("The build left no engine.properties.");
            }
            properties.load(in);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
