package io.alphaforge.store.timescale;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.store.timescale.Servers.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** The statements of watching and maintenance are all in use, and a real server understands each. */
class MaintenanceQueriesTest {
    private static final List<String> CLASSES = List.of(
            "Chores",
            "IndexListing",
            "MaintenanceListing",
            "MaintenanceTarget",
            "Retention",
            "ServerQueryLog",
            "ServerSettings",
            "ServerWatch",
            "TableArchive");

    private static List<Path> files(String owner) throws IOException {
        try (Stream<Path> folder = Files.list(Path.of("db/timescale/query", owner))) {
            return folder.toList();
        }
    }

    @Test
    void everyStatementCanBePreparedOnARealServer() throws SQLException, IOException {
        String url = Servers.emptyDatabase(Kind.COMMUNITY);
        try (TimescaleStore store = new TimescaleStore(ServerOptions.of(url, Map.of()))) {
            store.migrate();
        }
        try (Connection connection = DriverManager.getConnection(url)) {
            for (String owner : CLASSES) {
                for (Path file : files(owner)) {
                    try (PreparedStatement statement = connection.prepareStatement(Files.readString(file))) {
                        // The server parses it for this.
                        assertThat(statement.getParameterMetaData().getParameterCount())
                                .as(file.toString())
                                .isNotNegative();
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @FieldSource("CLASSES")
    void everyStatementIsNamedInTheClassThatItIsNamedFor(String owner) throws IOException {
        String source = Files.readString(Path.of("src/main/java/io/alphaforge/store/timescale", owner + ".java"));
        for (Path file : files(owner)) {
            assertThat(source)
                    .as(file.toString())
                    .contains('"' + file.getFileName().toString().replace(".sql", "") + '"');
        }
    }
}
