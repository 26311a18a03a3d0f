package io.alphaforge.ui.settings;

import io.alphaforge.run.ConnectionProfile;
import io.alphaforge.run.TlsMode;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/** What is typed into the form of a profile, which need not be one yet. The password is not among it. */
final class ProfileFields {
    final StringProperty name = new SimpleStringProperty("");
    final StringProperty hosts = new SimpleStringProperty("");
    final StringProperty port = new SimpleStringProperty("");
    final StringProperty database = new SimpleStringProperty("");
    final StringProperty user = new SimpleStringProperty("");
    final ObjectProperty<TlsMode> tls = new SimpleObjectProperty<>(TlsMode.VERIFY_FULL);
    final StringProperty rootCertificate = new SimpleStringProperty("");
    final StringProperty replicas = new SimpleStringProperty("");
    final StringProperty timeout = new SimpleStringProperty("");
    final BooleanProperty pooled = new SimpleBooleanProperty();
    final StringProperty redis = new SimpleStringProperty("");

    /** Everything, for whoever wants to know of any change. */
    List<ObservableValue<?>> all() {
        return List.of(name, hosts, port, database, user, tls, rootCertificate, replicas, timeout, pooled, redis);
    }

    /** Writes a profile into the form. */
    void show(ConnectionProfile profile) {
        ConnectionProfile.Server server = profile.server();
        name.set(profile.name());
        hosts.set(server.hosts());
        port.set(Integer.toString(server.port()));
        database.set(server.database());
        user.set(server.user());
        tls.set(profile.tls().mode());
        rootCertificate.set(profile.tls().rootCertificate());
        replicas.set(server.replicas());
        timeout.set(Integer.toString(profile.timeout()));
        pooled.set(server.pooled());
        redis.set(profile.redis());
    }

    /** Writes what is usual into the form; name, host and database are left to the user. */
    void clear(String login) {
        for (StringProperty text : List.of(name, hosts, database, rootCertificate, replicas, redis)) {
            text.set("");
        }
        port.set(Integer.toString(ConnectionProfile.Server.PORT));
        user.set(login);
        tls.set(TlsMode.VERIFY_FULL);
        timeout.set(Integer.toString(ConnectionProfile.TIMEOUT));
        pooled.set(false);
    }

    /**
     * The profile that the form says.
     *
     * @throws IllegalArgumentException with one sentence when it says none
     */
    ConnectionProfile profile() {
        if (name.get().isBlank()) {
            throw new IllegalArgumentException("A profile needs a name.");
        }
        return named(name.get());
    }

    /** Whether the form says just this. */
    boolean say(ConnectionProfile profile) {
        try {
            return profile().equals(profile);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The same under another name than the one that was typed, or was not. */
    ConnectionProfile named(String other) {
        return new ConnectionProfile(
                other,
                new ConnectionProfile.Server(
                        hosts.get(),
                        number(port.get(), "A port is a number from 1 to 65535."),
                        database.get(),
                        user.get(),
                        replicas.get(),
                        pooled.get()),
                new ConnectionProfile.Tls(tls.get(), rootCertificate.get()),
                number(timeout.get(), "The statement timeout is a whole number of seconds, 0 for no limit."),
                redis.get());
    }

    private static int number(String text, String otherwise) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(otherwise, e);
        }
    }
}
