package io.alphaforge.ui.settings;

import io.alphaforge.files.FileTurn;
import io.alphaforge.files.JsonValues;
import io.alphaforge.files.WholeFile;
import io.alphaforge.run.Finding;
import io.alphaforge.ui.kit.Preferences;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Preferences in a JSON file of texts and lists of texts. What is put is written in the background, whole or not at all,
 * into the file as it is then: several windows share it, and each finds what the others have put when it is loaded.
 * What is wrong in the file is told by {@link #problem} and kept: a single value in its place, a file that is no JSON
 * under another name before anything is written.
 */
public final class SettingsFile implements Preferences {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);

    private final Path file;
    private final Executor serial;
    private final String problem;
    private final Map<String, List<String>> values;
    private final Map<String, @Nullable Object> kept;
    /** Names that were put since the last save; guards what follows. */
    private final Set<String> changed = new TreeSet<>();

    private State now;
    private boolean saveIsDue;

    private record State(Map<String, List<String>> values, Map<String, @Nullable Object> kept) {}

    private SettingsFile(Path file, Executor serial, SettingsText text, String problem) {
        this.file = file;
        this.serial = serial;
        this.values = text.values();
        this.kept = text.kept();
        this.now = new State(values, kept);
        this.problem = problem;
    }

    /**
     * Reads the file; takes a few milliseconds, so never on the JavaFX thread.
     *
     * @param serial writes the file, one task at a time
     */
    public static SettingsFile load(Path file, Executor serial) {
        if (!Files.exists(file)) {
            return new SettingsFile(file, serial, SettingsText.empty(), "");
        }
        try {
            SettingsText text = SettingsText.read(file);
            text.wrong().forEach(LOG::warn);
            return new SettingsFile(file, serial, text, summary(text.wrong()));
        } catch (IOException e) {
            LOG.warn("The settings cannot be read from {}.", file, e);
            return new SettingsFile(file, serial, SettingsText.empty(), unreadable(file, e));
        }
    }

    private static String summary(List<String> wrong) {
        return switch (wrong.size()) {
            case 0 -> "";
            case 1 -> wrong.getFirst();
            default -> wrong.getFirst() + " There is more of this kind: 'alphaforge doctor' lists it.";
        };
    }

    private static String unreadable(Path file, IOException e) {
        return "The settings in " + file + " cannot be read (" + JsonValues.fault(e)
                + "); the defaults are used, and the file is kept under another name when something is changed.";
    }

    /** What is to be said of a file of settings; changes nothing. */
    public static List<Finding> check(Path file) {
        if (!Files.exists(file)) {
            return List.of(new Finding("settings", true, "nothing was changed yet"));
        }
        try {
            SettingsText text = SettingsText.read(file);
            List<Finding> findings = new ArrayList<>();
            text.wrong().forEach(sentence -> findings.add(new Finding("settings", false, sentence)));
            if (!text.unknown().isEmpty()) {
                findings.add(new Finding(
                        "settings",
                        true,
                        file + " has names that this version does not know and keeps: "
                                + String.join(", ", text.unknown())));
            }
            return findings.isEmpty() ? List.of(new Finding("settings", true, file.toString())) : findings;
        } catch (IOException e) {
            LOG.info("{} cannot be read.", file, e);
            return List.of(new Finding("settings", false, unreadable(file, e)));
        }
    }

    /** What is wrong with the file that was found, for a user; empty when nothing is. */
    public String problem() {
        return problem;
    }

    @Override
    public Optional<String> get(String name) {
        return list(name).stream().findFirst();
    }

    @Override
    public void put(String name, String value) {
        putList(name, value.isEmpty() ? List.of() : List.of(value));
    }

    @Override
    public List<String> list(String name) {
        return values.getOrDefault(name, List.of());
    }

    @Override
    public void putList(String name, List<String> wanted) {
        List<String> copy = List.copyOf(wanted);
        if (copy.equals(list(name))) {
            return;
        }
        kept.remove(name);
        if (copy.isEmpty()) {
            values.remove(name);
        } else {
            values.put(name, copy);
        }
        // Changes that come faster than the disk are written together.
        if (later(Set.of(name), new State(new TreeMap<>(values), new TreeMap<>(kept)))) {
            serial.execute(this::save);
        }
    }

    /** Has changes written with the next save; returns whether none was due. */
    private boolean later(Set<String> names, State state) {
        synchronized (changed) {
            changed.addAll(names);
            now = state;
            boolean due = saveIsDue;
            saveIsDue = true;
            return !due;
        }
    }

    private void save() {
        Set<String> names;
        State state;
        synchronized (changed) {
            names = new TreeSet<>(changed);
            state = now;
            changed.clear();
            saveIsDue = false;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (FileTurn turn = FileTurn.at(file)) {
                State wanted = merged(names, state);
                turn.require();
                WholeFile.write(file, out -> SettingsText.write(out, wanted.values(), wanted.kept()));
            }
        } catch (IOException e) {
            LOG.warn("The settings cannot be written to {}.", file, e);
            synchronized (changed) {
                // With the next change it is tried again.
                changed.addAll(names);
            }
        }
    }

    /** What the file says now, which another window may have written, with what was changed here. */
    private State merged(Set<String> names, State state) throws IOException {
        if (!Files.exists(file)) {
            return state;
        }
        SettingsText text;
        try {
            text = SettingsText.read(file);
        } catch (IOException e) {
            LOG.warn("The settings cannot be read from {}; they are kept under another name.", file, e);
            Files.move(file, WholeFile.aside(file, "broken", Instant.now()));
            return state;
        }
        for (String name : names) {
            text.kept().remove(name);
            List<String> value = state.values().get(name);
            if (value == null) {
                text.values().remove(name);
            } else {
                text.values().put(name, value);
            }
        }
        return new State(text.values(), text.kept());
    }
}
