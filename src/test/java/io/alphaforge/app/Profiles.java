package io.alphaforge.app;

import io.alphaforge.run.ConnectionProfile;
import io.alphaforge.run.TlsMode;
import io.alphaforge.store.timescale.ServerAddress;

/** Profiles of the servers of tests. */
final class Profiles {
    private Profiles() {}

    /** A profile of the server of an address, of another user if one is given. */
    static ConnectionProfile of(String name, String url, String user) {
        ServerAddress address = ServerAddress.parse(url);
        String[] host = address.hosts().split(":", -1);
        return new ConnectionProfile(
                name,
                new ConnectionProfile.Server(
                        host[0],
                        host.length > 1 ? Integer.parseInt(host[1]) : 5432,
                        address.database(),
                        user.isEmpty() ? address.user() : user,
                        "",
                        false),
                new ConnectionProfile.Tls(TlsMode.PREFER, ""),
                45,
                "");
    }
}
