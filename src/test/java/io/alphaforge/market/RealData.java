package io.alphaforge.market;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Real series beside the project; tests that want them are skipped where there are none. */
public final class RealData {
    private static final Path ROOT = Path.of("..", "shared", "data");

    private RealData() {}

    /** The files of a folder, in order of their names; the test is skipped when the folder is absent. */
    public static List<Path> files(String folder) {
        Path path = ROOT.resolve(folder);
        assumeTrue(Files.isDirectory(path), () -> "Skipped: no real data in " + path);
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(f -> f.toString().endsWith(".csv"))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bars of a file with header whose first six columns are time (ISO or milliseconds) and a bar. */
    public static Bars read(Path file, Interval interval) {
        TreeMap<Long, double[]> rows = new TreeMap<>();
        try (Stream<String> lines = Files.lines(file)) {
            lines.skip(1).map(line -> line.split(",", -1)).forEach(cells -> {
                double[] row = new double[5];
                for (int c = 0; c < row.length; c++) {
                    row[c] = Double.parseDouble(cells[c + 1]);
                }
                if (row[0] > 0 && row[1] > 0 && row[2] > 0 && row[3] > 0) {
                    rows.put(time(cells[0]), row);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bars(interval, rows);
    }

    private static Bars bars(Interval interval, SortedMap<Long, double[]> rows) {
        long[] times = new long[rows.size()];
        double[][] columns = new double[5][rows.size()];
        int i = 0;
        for (Map.Entry<Long, double[]> row : rows.entrySet()) {
            times[i] = row.getKey();
            for (int c = 0; c < columns.length; c++) {
                columns[c][i] = row.getValue()[c];
            }
            i++;
        }
        return Bars.of(interval, times, columns[0], columns[1], columns[2], columns[3], columns[4]);
    }

    private static long time(String cell) {
        return cell.chars().allMatch(Character::isDigit)
                ? Long.parseLong(cell)
                : Instant.parse(cell.replace(' ', 'T').replace("+00:00", "Z")).toEpochMilli();
    }
}
