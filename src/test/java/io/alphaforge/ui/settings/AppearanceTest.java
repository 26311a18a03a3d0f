package io.alphaforge.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.ui.kit.Preferences;
import io.alphaforge.ui.kit.Theme;
import java.nio.file.Path;
import java.time.ZoneId;
import javafx.application.ColorScheme;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppearanceTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @TempDir
    private Path home;

    private final ObjectProperty<ColorScheme> system = new SimpleObjectProperty<>(ColorScheme.LIGHT);
    private Preferences preferences;

    @BeforeEach
    void preferences() {
        preferences = SettingsFile.load(home.resolve("settings.json"), Runnable::run);
    }

    @Test
    void theThemeFollowsTheDesktopUntilOneIsChosen() {
        Appearance appearance = appearance();
        system.set(ColorScheme.DARK);
        assertThat(appearance.theme().get()).isEqualTo(Theme.DARK);
        appearance.switchTheme();
        assertThat(appearance.theme().get()).isEqualTo(Theme.LIGHT);
        system.set(ColorScheme.LIGHT);
        system.set(ColorScheme.DARK);
        assertThat(appearance.theme().get()).isEqualTo(Theme.LIGHT);
    }

    @Test
    void whatWasChosenIsThereAtTheNextStart() {
        Appearance appearance = appearance();
        appearance.choice().set(Appearance.Choice.DARK);
        appearance.switchZone();
        Appearance next = appearance();
        assertThat(next.theme().get()).isEqualTo(Theme.DARK);
        assertThat(next.times().isUtc()).isFalse();
        next.switchZone();
        next.choice().set(Appearance.Choice.SYSTEM);
        assertThat(appearance().times().isUtc()).isTrue();
        assertThat(appearance().choice().get()).isEqualTo(Appearance.Choice.SYSTEM);
    }

    @Test
    void timesAreWrittenInTheChosenZoneWithItsOffset() {
        Appearance appearance = appearance();
        long winter = 1_704_067_200_000L;
        long summer = winter + 200 * 86_400_000L;
        assertThat(appearance.times().minute(winter)).isEqualTo("2024-01-01 00:00");
        assertThat(appearance.times().zoneName(winter)).isEqualTo("UTC");
        appearance.showLocalTimes(true);
        assertThat(appearance.times().minute(winter)).isEqualTo("2024-01-01 01:00");
        assertThat(appearance.times().zoneName(winter)).isEqualTo("+01:00");
        assertThat(appearance.times().minute(summer)).isEqualTo("2024-07-19 02:00");
        assertThat(appearance.times().date(summer - 3_600_000L)).isEqualTo("2024-07-19");
    }

    private Appearance appearance() {
        return new Appearance(preferences, BERLIN, system);
    }
}
