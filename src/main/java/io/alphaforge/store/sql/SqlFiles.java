package io.alphaforge.store.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * SQL statements kept as files under one folder of the class path, each named for the class and the method that run it:
 * {@code folder/Class/method.sql}.
 */
public final class SqlFiles {
    private final String folder;
    private final Map<String, String> texts = new ConcurrentHashMap<>();

    /** @param folder on the class path, for example {@code db/local/query} */
    public SqlFiles(String folder) {
        this.folder = folder;
    }

    /**
     * The statement of a method.
     *
     * @throws IllegalArgumentException when there is no such file
     */
    public String text(Class<?> owner, String method) {
        return texts.computeIfAbsent(owner.getSimpleName() + "/" + method, this::read);
    }

    /** The same for statements that are run by turns, kept under a name of their own. */
    public String text(String owner, String name) {
        return texts.computeIfAbsent(owner + "/" + name, this::read);
    }

    /** Under which name a text was read before, {@code Class/method}; looks through all of them. */
    public Optional<String> name(String text) {
        return texts.entrySet().stream()
                .filter(known -> known.getValue().equals(text))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private String read(String name) {
        String path = "/" + folder + "/" + name + ".sql";
        try (InputStream in = SqlFiles.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalArgumentException("There is no SQL file " + path + " on the class path.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The SQL file " + path + " cannot be read.", e);
        }
    }
}
