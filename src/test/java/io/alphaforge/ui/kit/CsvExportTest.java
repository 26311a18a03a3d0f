package io.alphaforge.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.Field;
import io.alphaforge.ui.kit.Notice.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Group;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvExportTest {
    private static final List<Field<Fill>> FIELDS = List.of(
            Field.text("coin", Fill::coin),
            Field.real("price", Field.Unit.PRICE, Fill::price),
            Field.time("time", Fill::time),
            Field.flag("open", fill -> fill.time() == 0));
    private static final List<Fill> ROWS = List.of(
            new Fill("A,\"B\"", 0.1 + 0.2, 1_700_000_000_000L), new Fill("ZÜRI", Double.NaN, 0), new Fill("C", 7, 1));

    @TempDir
    private Path folder;

    private final List<Runnable> later = new ArrayList<>();
    private final Jobs jobs = new Jobs();
    private final List<Notice> notices = new ArrayList<>();
    private final List<String> questions = new ArrayList<>();

    private record Fill(String coin, double price, long time) {}

    @Test
    void rowsAreWrittenInFullPrecisionWithEmptyPlacesWhereThereIsNoValue() throws IOException {
        Path file = folder.resolve("fills.csv");
        export(Optional.of(file), ROWS);
        assertThat(file).hasContent("""
                coin,price,time,open
                "A,""B""\",0.30000000000000004,2023-11-14T22:13:20Z,false
                ZÜRI,,1970-01-01T00:00:00Z,true
                C,7.0,1970-01-01T00:00:00.001Z,false
                """);
        assertThat(questions).containsExactly("Export 3 fills as CSV fills.csv");
        assertThat(notices).containsExactly(Notice.success("Exported 3 fills to " + file + "."));
        assertThat(files()).containsExactly("fills.csv");
    }

    @Test
    void aFileThatIsNamedSoHoldsJson() {
        Path file = folder.resolve("fills.json");
        export(Optional.of(file), ROWS.subList(0, 2));
        assertThat(file).hasContent("""
                [ {
                  "coin" : "A,\\"B\\"",
                  "price" : 0.30000000000000004,
                  "time" : "2023-11-14T22:13:20Z",
                  "open" : false
                }, {
                  "coin" : "ZÜRI",
                  "price" : null,
                  "time" : "1970-01-01T00:00:00Z",
                  "open" : true
                } ]
                """);
        assertThat(notices).containsExactly(Notice.success("Exported 2 fills to " + file + "."));
    }

    @Test
    void theFileThatWasThereStaysWhenWritingFailsHalfway() throws IOException {
        Path file = folder.resolve("fills.csv");
        Files.writeString(file, "before");
        List<Fill> failing = List.of(ROWS.get(2), new Fill("broken", 1, Long.MAX_VALUE));
        List<Field<Fill>> fields = List.of(Field.text("coin", fill -> {
            if (fill.coin().equals("broken")) {
                throw new IllegalStateException("the row is broken");
            }
            return fill.coin();
        }));
        exporter(Optional.of(file)).ask(new Group(), "fill", "fills.csv", fields, failing);
        work();
        assertThat(file).hasContent("before");
        assertThat(files()).containsExactly("fills.csv");
        assertThat(notices).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(Kind.PROBLEM);
            assertThat(notice.sentence())
                    .isEqualTo(file + " could not be written: the row is broken. Nothing was exported.");
        });
    }

    @Test
    void aFolderThatDoesNotExistIsSaid() {
        Path file = folder.resolve("gone").resolve("fills.csv");
        export(Optional.of(file), ROWS);
        assertThat(notices)
                .containsExactly(Notice.problem(file + " could not be written: the folder does not exist; choose"
                        + " another one. Nothing was exported."));
    }

    @Test
    void nothingHappensWhenTheUserChoosesNoFile() throws IOException {
        export(Optional.empty(), ROWS);
        assertThat(notices).isEmpty();
        assertThat(files()).isEmpty();
    }

    @Test
    void aFileThatIsBeingWrittenIsAJobWhoseEndCanBeAwaited() {
        Path file = folder.resolve("fills.csv");
        exporter(Optional.of(file)).ask(new Group(), "fill", "fills.csv", FIELDS, ROWS);
        Job job = jobs.running().getFirst();
        assertThat(job.title()).isEqualTo("Export");
        // As closing the window does with every job.
        job.cancel();
        work();
        job.await();
        assertThat(jobs.running()).isEmpty();
        assertThat(notices).containsExactly(Notice.success("Exported 3 fills to " + file + "."));
    }

    @Test
    void anEmptyTableIsNotExportedAndAsksForNoFile() {
        export(Optional.of(folder.resolve("fills.csv")), List.of());
        assertThat(questions).isEmpty();
        assertThat(notices).containsExactly(Notice.information("There is no fill to export."));
    }

    private void export(Optional<Path> answer, List<Fill> rows) {
        exporter(answer).ask(new Group(), "fill", "fills.csv", FIELDS, rows);
        work();
    }

    private void work() {
        later.forEach(Runnable::run);
        later.clear();
    }

    private CsvExport exporter(Optional<Path> answer) {
        return new CsvExport(new JobWork(later::add, Runnable::run, jobs), notices::add, (owner, title, name) -> {
            questions.add(title + " " + name);
            return answer;
        });
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).toList();
        }
    }
}
