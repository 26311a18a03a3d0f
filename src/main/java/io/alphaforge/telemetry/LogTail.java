package io.alphaforge.telemetry;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The end of the application's log: of the file of every process, those of past days left out. */
final class LogTail {
    private static final int MOST_BYTES = 256 << 10;
    private static final int LONGEST_LINE = 400;
    /** Files of past days have a date between name and ending. */
    private static final Pattern CURRENT = Pattern.compile("[\\w-]+\\.log");

    private static final Pattern ENTRY = Pattern.compile("^\\d{4}-\\d\\d-\\d\\dT.*");
    private static final Pattern WARNING = Pattern.compile("^\\S+Z (WARN|ERROR) .*");
    private static final Pattern CAUSE = Pattern.compile("^(Caused by: )?[\\w.$]+(Exception|Error)\\b.*");

    private LogTail() {}

    /** A warning with the first lines of its causes; it begins with its time. */
    private record Entry(List<String> lines) {
        String first() {
            return lines.getFirst();
        }
    }

    /** The newest warnings and errors with the first lines of their causes, oldest first. */
    static List<String> warnings(Path folder, int most) {
        List<Entry> found = new ArrayList<>();
        try {
            for (Path file : files(folder)) {
                collect(end(file), found);
            }
        } catch (IOException e) {
            return List.of("The log cannot be read: " + e.getMessage());
        }
        // Times of this form sort as text.
        List<String> lines = found.stream()
                .sorted(Comparator.comparing(Entry::first))
                .flatMap(entry -> entry.lines().stream())
                .toList();
        return lines.subList(Math.max(0, lines.size() - most), lines.size());
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file ->
                            CURRENT.matcher(String.valueOf(file.getFileName())).matches())
                    .sorted()
                    .toList();
        }
    }

    private static void collect(String text, List<Entry> found) {
        boolean inWarning = false;
        for (String line : text.lines().toList()) {
            boolean isEntry = ENTRY.matcher(line).matches();
            inWarning = isEntry ? WARNING.matcher(line).matches() : inWarning;
            String cut = line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line;
            if (inWarning && isEntry) {
                found.add(new Entry(new ArrayList<>(List.of(cut))));
            } else if (inWarning && CAUSE.matcher(line).matches()) {
                found.getLast().lines().add(cut);
            }
        }
    }

    private static String end(Path file) throws IOException {
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            int wanted = (int) Math.min(MOST_BYTES, in.length());
            byte[] bytes = new byte[wanted];
            in.seek(in.length() - wanted);
            in.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
