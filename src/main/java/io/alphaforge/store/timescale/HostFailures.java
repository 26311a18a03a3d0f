package io.alphaforge.store.timescale;

import io.alphaforge.catalog.StoreException;
import io.alphaforge.catalog.UnreachableException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Says why no host of an address can be worked with. Of several hosts the driver tells of the last that it tried only, and
 * of one that it asked for its kind not even that; so each is asked by itself, and one that answers and refuses counts more
 * than one that is silent.
 */
final class HostFailures {
    private static final String KIND = "targetServerType";

    private HostFailures() {}

    /**
     * What keeps one from a server, in a sentence. May take as long as connecting once more.
     *
     * @param told by the driver when it tried
     */
    static StoreException of(ServerAddress address, ServerOptions options, SQLException told) {
        StoreException failure = ServerFailures.of(address, told);
        String kind = address.parameters().getOrDefault(KIND, "any");
        if (!(failure instanceof UnreachableException) || (address.host().isPresent() && kind.equals("any"))) {
            return failure;
        }
        List<Optional<StoreException>> hosts = each(address, options);
        Optional<StoreException> refusal = hosts.stream()
                .flatMap(Optional::stream)
                .filter(e -> !(e instanceof UnreachableException))
                .findFirst();
        if (refusal.isPresent()) {
            return refusal.get();
        }
        return hosts.stream().anyMatch(Optional::isEmpty) ? other(address, kind, told) : failure;
    }

    /** Of each host what keeps one from it, all at once: each may be silent for as long as connecting may take. */
    private static List<Optional<StoreException>> each(ServerAddress address, ServerOptions options) {
        List<Future<Optional<StoreException>>> asked = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (ServerAddress host : address.each()) {
                asked.add(threads.submit(() -> ask(host, options)));
            }
        }
        return asked.stream().map(Future::resultNow).toList();
    }

    private static Optional<StoreException> ask(ServerAddress host, ServerOptions options) {
        Properties properties = ServerPools.properties(host, options);
        properties.put(KIND, "any");
        try {
            DriverManager.getConnection(host.url(), properties).close();
            return Optional.empty();
        } catch (SQLException e) {
            return Optional.of(ServerFailures.of(host, e));
        }
    }

    private static StoreException other(ServerAddress address, String kind, SQLException told) {
        String hosts = address.label();
        return new UnreachableException(
                switch (kind) {
                    case "primary", "master" ->
                        "No primary of " + hosts
                                + " answers, only a replica does; wait until the primary is back, or take"
                                + " targetServerType=" + kind + " out of the address to read from the replica.";
                    case "secondary", "slave" ->
                        "No replica of " + hosts
                                + " answers, only the primary does; write targetServerType=preferSecondary"
                                + " to read from the primary then.";
                    default -> "The server " + hosts + " did not answer at once, and does now; try again.";
                },
                told);
    }
}
