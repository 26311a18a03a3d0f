package io.alphaforge.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlFilesTest {
    @TempDir
    Path folder;

    @Test
    void everySqlFileCanBePreparedOnARealDatabase() throws SQLException, IOException, ReflectiveOperationException {
        try (LocalDatabase database = LocalDatabase.open(folder.resolve("a.duckdb"));
                Session session = database.session()) {
            session.run(SeriesReader.class, "columns", "close_price");
            session.run(Compaction.class, "create");
            for (Path file : files()) {
                assertThat(session.statement(owner(file), method(file)).isClosed())
                        .as(file.toString())
                        .isFalse();
            }
        }
    }

    @Test
    void everySqlFileIsNamedInTheClassThatItIsNamedFor() throws IOException, ReflectiveOperationException {
        for (Path file : files()) {
            Path source = Path.of("src/main/java", owner(file).getName().replace('.', '/') + ".java");
            assertThat(Files.readString(source)).as(file.toString()).contains('"' + method(file) + '"');
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> tree = Files.walk(Path.of("db/local/query"))) {
            List<Path> files = tree.filter(Files::isRegularFile).toList();
            assertThat(files).isNotEmpty();
            return files;
        }
    }

    private static Class<?> owner(Path file) throws ClassNotFoundException {
        return Class.forName(SqlFilesTest.class.getPackageName() + "."
                + Objects.requireNonNull(file.getParent()).getFileName());
    }

    private static String method(Path file) {
        return Objects.requireNonNull(file.getFileName()).toString().replace(".sql", "");
    }
}
