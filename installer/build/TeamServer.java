import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A PostgreSQL server with coins, as a team has one, for as long as the start-up cache is trained. */
final class TeamServer implements AutoCloseable {
    private final EmbeddedPostgres server;

    private TeamServer(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts the server; empty where there is none for this platform, which costs the cache the classes that speak to one.
     * What the application cannot do with it ends the build.
     *
     * @param application starts the application's command line
     */
    static Optional<TeamServer> start(Path folder, List<String> application) throws IOException, InterruptedException {
        EmbeddedPostgres started;
        try {
            started = EmbeddedPostgres.builder()
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .start();
        } catch (IOException | IllegalStateException e) {
            System.out.println("  without a server: " + e.getMessage());
            return Optional.empty();
        }
        TeamServer server = new TeamServer(started);
        try {
            Path home = Trees.empty(folder.resolve("team"));
            server.alphaforge(home, application, "db", "migrate");
            server.alphaforge(home, application, "demo", "--symbols", "40", "--interval", "1h", "--days", "120");
            return Optional.of(server);
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    private void alphaforge(Path home, List<String> application, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(application);
        command.addAll(List.of("--home", home.toString(), "--db", address(), "--quiet"));
        command.addAll(List.of(arguments));
        Tool.run(home, Map.of(), command);
    }

    String address() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres?user=postgres";
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
