package io.alphaforge.store.timescale;

import io.alphaforge.run.Finding;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Looks at the way to a server: whether its name is known and something listens there. */
final class NetworkCheck {
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private NetworkCheck() {}

    /**
     * Looks at every host.
     *
     * @return for each host what was found, problems told as such where they keep one from every host
     */
    static List<Finding> run(ServerAddress address) {
        List<Finding> all = new ArrayList<>();
        for (String place : address.hosts().split(",", -1)) {
            int colon = place.endsWith("]") ? -1 : place.lastIndexOf(':');
            String host = colon < 0 ? place : place.substring(0, colon);
            int port = colon < 0 ? 5432 : Integer.parseInt(place.substring(colon + 1));
            all.add(look(host, port));
        }
        boolean any = all.stream().anyMatch(Finding::ok);
        return all.stream()
                .map(f -> f.ok() || !any ? f : new Finding(f.name(), true, f.text() + " The other host is used."))
                .toList();
    }

    private static Finding look(String host, int port) {
        InetAddress found;
        try {
            found = InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            return new Finding(
                    "network",
                    false,
                    "The name " + host + " is not known here; check how it is written, the network and the VPN.");
        }
        String where = host + (found.getHostAddress().equals(host) ? "" : " (" + found.getHostAddress() + ")");
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(found, port), (int) PATIENCE.toMillis());
            return new Finding("network", true, where + " answers on port " + port);
        } catch (SocketTimeoutException e) {
            return new Finding(
                    "network",
                    false,
                    where + " is silent on port " + port + " for " + PATIENCE.toSeconds()
                            + " s; a firewall may be in the way, or the VPN is off.");
        } catch (IOException e) {
            return new Finding(
                    "network",
                    false,
                    where + " does not answer on port " + port
                            + ": check the port, whether the server runs, and whether it listens on that address.");
        }
    }
}
