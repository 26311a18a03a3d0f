package io.alphaforge.ui.settings;

import io.alphaforge.run.ConnectionProfile;
import io.alphaforge.run.Connections;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.Loading;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Looks in the background whether a connection works, and shows what was found last. */
final class ProfileTester {
    private final Connections connections;
    private final ReadOnlyObjectWrapper<ProfileTest> result = new ReadOnlyObjectWrapper<>(ProfileTest.NONE);
    private final Loading<ProfileTest> testing;

    ProfileTester(Connections connections, Desk desk) {
        this.connections = connections;
        testing = new Loading<>(desk.background(), desk.pulse(), "Testing the connection", result::set);
        testing.problem().subscribe(sentence -> {
            if (!sentence.isEmpty()) {
                result.set(new ProfileTest(false, sentence, List.of()));
            }
        });
    }

    /** @param password is wiped; empty to look where passwords are kept */
    void start(ConnectionProfile profile, char[] password) {
        result.set(ProfileTest.NONE);
        testing.start(() -> {
            try {
                return ProfileTest.of(connections.check(profile, password.length == 0 ? null : password));
            } finally {
                Arrays.fill(password, '\0');
            }
        });
    }

    /** What is being looked at is not wanted any more; it ends by itself and is not shown. */
    void forget() {
        testing.cancel();
        result.set(ProfileTest.NONE);
    }

    ReadOnlyObjectProperty<ProfileTest> result() {
        return result.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busy() {
        return testing.busy();
    }
}
