package io.alphaforge.ui.settings;

import io.alphaforge.ui.kit.Preferences;
import io.alphaforge.ui.kit.Theme;
import io.alphaforge.ui.kit.TimeText;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import javafx.application.ColorScheme;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** What the user has chosen of how the window looks: its theme and the zone of its times, kept between starts. */
public final class Appearance {
    private static final String THEME = "appearance.theme";
    private static final String TIMES = "appearance.times";

    /** Which theme is wanted. */
    public enum Choice {
        /** As the desktop has it. */
        SYSTEM("System"),
        LIGHT("Light"),
        DARK("Dark");

        private final String title;

        Choice(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    private final ZoneId local;
    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.SYSTEM);
    private final ReadOnlyObjectWrapper<Theme> theme = new ReadOnlyObjectWrapper<>(Theme.LIGHT);
    private final TimeText times = new TimeText();

    /**
     * Restores what was chosen.
     *
     * @param local the zone of this computer
     * @param system the colours of the desktop
     */
    public Appearance(Preferences preferences, ZoneId local, ObservableValue<ColorScheme> system) {
        this.local = local;
        preferences.get(THEME).ifPresent(name -> choice.set(named(name)));
        choice.subscribe(now ->
                preferences.put(THEME, now == Choice.SYSTEM ? "" : now.name().toLowerCase(Locale.ROOT)));
        choice.subscribe(now -> theme.set(resolve(now, system.getValue())));
        system.subscribe(scheme -> theme.set(resolve(choice.get(), scheme)));
        if (preferences.get(TIMES).isPresent()) {
            times.zone().set(local);
        }
        times.zone().subscribe(zone -> preferences.put(TIMES, times.isUtc() ? "" : "local"));
    }

    /** The theme that follows from what was chosen last. */
    public static Theme theme(Preferences preferences, ColorScheme system) {
        return resolve(preferences.get(THEME).map(Appearance::named).orElse(Choice.SYSTEM), system);
    }

    /** Which theme is wanted. */
    public ObjectProperty<Choice> choice() {
        return choice;
    }

    /** The theme that follows from the choice. */
    public ReadOnlyObjectProperty<Theme> theme() {
        return theme.getReadOnlyProperty();
    }

    public TimeText times() {
        return times;
    }

    /** Goes to the other theme than the one that is shown. */
    public void switchTheme() {
        choice.set(theme.get() == Theme.DARK ? Choice.LIGHT : Choice.DARK);
    }

    /** Goes from UTC to the zone of this computer, or back. */
    public void switchZone() {
        showLocalTimes(times.isUtc());
    }

    /** Whether times are written in the zone of this computer. */
    public void showLocalTimes(boolean wanted) {
        times.zone().set(wanted ? local : ZoneOffset.UTC);
    }

    /** The zone of this computer. */
    ZoneId local() {
        return local;
    }

    private static Choice named(String name) {
        return switch (name) {
            case "light" -> Choice.LIGHT;
            case "dark" -> Choice.DARK;
            default -> Choice.SYSTEM;
        };
    }

    private static Theme resolve(Choice choice, ColorScheme system) {
        return switch (choice) {
            case LIGHT -> Theme.LIGHT;
            case DARK -> Theme.DARK;
            case SYSTEM -> system == ColorScheme.DARK ? Theme.DARK : Theme.LIGHT;
        };
    }
}
