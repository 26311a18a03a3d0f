package io.alphaforge.ui.shell;

import io.alphaforge.ui.kit.Action;
import io.alphaforge.ui.settings.Appearance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What can be done everywhere in the window: going from place to place, the palette, the guide, the list of keys. */
final class WindowActions {
    private final Overlay overlay;
    private final GuideOverlay guide;
    private final Supplier<@Nullable OpenWorkspace> opened;
    /** What can be done only where there are places to go to. */
    private final List<Action> places = new ArrayList<>();

    private @Nullable Keys keys;

    /** @param opened the pages that are open; null while there is no workspace */
    WindowActions(Overlay overlay, GuideOverlay guide, Supplier<@Nullable OpenWorkspace> opened) {
        this.overlay = overlay;
        this.guide = guide;
        this.opened = opened;
        for (Place place : Place.values()) {
            places.add(Action.of("Go to " + place.title(), place.key(), () -> go(place)));
        }
        places.add(Action.of("Search coins, views, actions", "Shortcut+K", this::openPalette));
        places.add(Action.of("Back", "Alt+Left", this::back));
    }

    /**
     * Gives the window its keys.
     *
     * @param database what can be done with databases
     */
    void install(Keys wanted, Appearance appearance, List<Action> database, Runnable close) {
        keys = wanted;
        List<Action> all = new ArrayList<>(places);
        all.add(Action.of("Switch the theme", "Shortcut+Shift+L", appearance::switchTheme));
        all.add(Action.of("Switch between UTC and local times", "Shortcut+Shift+U", appearance::switchZone));
        all.add(Action.of("Open the guide", "F1", this::openGuide));
        all.add(Action.of("Show the keyboard", "Shift+F1", this::openKeys));
        all.addAll(database);
        all.add(Action.of("Close the window", "Shortcut+Q", close));
        wanted.own(all);
    }

    void go(Place place) {
        OpenWorkspace open = opened.get();
        if (open != null) {
            open.go(place);
        }
    }

    void back() {
        ready().ifPresent(open -> open.host().back());
    }

    void openPalette() {
        Keys now = keys;
        if (now != null) {
            ready().ifPresent(open -> PalettePane.open(overlay, open.entries(now.own(), now.page())));
        }
    }

    /** Opens the guide at what is shown. */
    void openGuide() {
        OpenWorkspace open = opened.get();
        guide.open(open == null ? "troubleshooting" : open.chapter());
    }

    private void openKeys() {
        if (keys == null) {
            return;
        }
        boolean ready = ready().isPresent();
        Map<String, List<Action>> sections = new LinkedHashMap<>();
        sections.put(
                "Everywhere",
                keys.own().stream()
                        .filter(action -> ready || !places.contains(action))
                        .toList());
        sections.put("On this page", keys.page());
        KeysPane.open(overlay, sections);
    }

    /** The workspace, where one can go anywhere: there is a database, and something in it. */
    private Optional<OpenWorkspace> ready() {
        OpenWorkspace open = opened.get();
        return open != null && open.ready().get() ? Optional.of(open) : Optional.empty();
    }
}
