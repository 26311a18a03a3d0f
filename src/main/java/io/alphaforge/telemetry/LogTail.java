package io.alphaforge.telemetry;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The end of the application's log. */
final class LogTail {
    static final String FILE = "alphaforge.log";
    private static final int MOST_BYTES = 256 << 10;
    private static final int LONGEST_LINE = 400;
    private static final Pattern WARNING = Pattern.compile("^\\S+Z (WARN|ERROR) .*");
    private static final Pattern CAUSE = Pattern.compile("^(Caused by: )?[\\w.$]+(Exception|Error)\\b.*");

    private LogTail() {}

    /** The newest warnings and errors with the first lines of their causes, oldest first. */
    static List<String> warnings(Path folder, int most) {
        List<String> found = new ArrayList<>();
        boolean inWarning = false;
        try {
            for (String line : end(folder.resolve(FILE)).lines().toList()) {
                boolean isEntry = line.matches("^\\d{4}-\\d\\d-\\d\\dT.*");
                inWarning = isEntry ? WARNING.matcher(line).matches() : inWarning;
                if (inWarning && (isEntry || CAUSE.matcher(line).matches())) {
                    found.add(line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line);
                }
            }
        } catch (IOException e) {
            return List.of("The log cannot be read: " + e.getMessage());
        }
        return found.subList(Math.max(0, found.size() - most), found.size());
    }

    private static String end(Path file) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            int wanted = (int) Math.min(MOST_BYTES, in.length());
            byte[] bytes = new byte[wanted];
            in.seek(in.length() - wanted);
            in.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
