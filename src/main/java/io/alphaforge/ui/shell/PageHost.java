package io.alphaforge.ui.shell;

import io.alphaforge.ui.kit.Page;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/**
 * Shows one page at a time. Places are made when they are first gone to and stay until the workspace closes, with their
 * selection and scroll position; a coin's page lives until another coin takes its place. Once it is closed nothing is
 * made or shown any more, whoever asks for it late.
 */
final class PageHost {
    private static final int HISTORY = 32;

    /** What is shown: a place, or a coin, or an offer that has no place in the rail. */
    record Shown(@Nullable Place place, Page page, String title) {}

    private final StackPane root = new StackPane();
    private final Function<Place, Page> factory;
    private final Map<Place, Page> places = new EnumMap<>(Place.class);
    private final ReadOnlyObjectWrapper<@Nullable Shown> shown = new ReadOnlyObjectWrapper<>();
    private final Deque<Shown> back = new ArrayDeque<>();
    private @Nullable Shown visitor;
    private boolean closed;

    PageHost(Function<Place, Page> factory) {
        this.factory = factory;
        root.getStyleClass().add("page-host");
        // What does not fit is cut off at the right and at the bottom, where nothing else of the window is covered by
        // it.
        root.setMinSize(0, 0);
        root.setAlignment(Pos.TOP_LEFT);
        Rectangle inside = new Rectangle();
        inside.widthProperty().bind(root.widthProperty());
        inside.heightProperty().bind(root.heightProperty());
        root.setClip(inside);
    }

    StackPane node() {
        return root;
    }

    void show(Place place) {
        show(place, page -> {});
    }

    /** Shows a place after something was done to its page. */
    void show(Place place, Consumer<Page> before) {
        if (!closed) {
            Page page = places.computeIfAbsent(place, factory);
            before.accept(page);
            show(new Shown(place, page, place.title()), true);
        }
    }

    /** Shows a page that has no place in the rail; the one shown so before is closed. */
    void visit(String title, Supplier<Page> page) {
        if (closed) {
            return;
        }
        Shown old = visitor;
        Shown now = new Shown(null, page.get(), title);
        visitor = now;
        if (old != null) {
            back.remove(old);
        }
        show(now, !Objects.equals(old, shown.get()));
        if (old != null) {
            old.page().close();
        }
    }

    /** Goes back to what was shown before; does nothing at the beginning. */
    void back() {
        Shown before = back.poll();
        if (before != null) {
            show(before, false);
        }
    }

    /** Makes what is shown the beginning, from where nothing leads back, and closes a visitor that is over. */
    void forget() {
        back.clear();
        if (visitor != null && !visitor.equals(shown.get())) {
            visitor.page().close();
            visitor = null;
        }
    }

    private void show(Shown next, boolean remember) {
        Shown now = shown.get();
        if (now != null && now.page().equals(next.page())) {
            next.page().focus();
            return;
        }
        if (remember && now != null) {
            back.remove(now);
            back.push(now);
            if (back.size() > HISTORY) {
                back.removeLast();
            }
        }
        root.getChildren().setAll(next.page().node());
        shown.set(next);
        // Only after the scene has found a new place for the focus of what was removed.
        Platform.runLater(() -> {
            if (next.equals(shown.get())) {
                next.page().focus();
            }
        });
    }

    ReadOnlyObjectProperty<@Nullable Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    Optional<Page> visitor() {
        return Optional.ofNullable(visitor).map(Shown::page);
    }

    /** Closes every page. */
    void close() {
        closed = true;
        root.getChildren().clear();
        back.clear();
        shown.set(null);
        places.values().forEach(Page::close);
        places.clear();
        if (visitor != null) {
            visitor.page().close();
            visitor = null;
        }
    }
}
