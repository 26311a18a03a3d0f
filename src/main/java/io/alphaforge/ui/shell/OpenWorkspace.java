package io.alphaforge.ui.shell;

import io.alphaforge.run.CoinRequest;
import io.alphaforge.run.Workspace;
import io.alphaforge.strategy.Strategies;
import io.alphaforge.strategy.Strategy;
import io.alphaforge.ui.data.FirstStartPage;
import io.alphaforge.ui.kit.Action;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.Notice;
import io.alphaforge.ui.kit.Page;
import io.alphaforge.ui.kit.StoreContents;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/** The pages of one open workspace and the ways between them. */
final class OpenWorkspace {
    private static final String PLACE = "window.page";

    private final PageHost host;
    private final WindowNavigator navigator;
    private final Desk desk;
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
    private @Nullable FirstStartPage offer;
    private Subscription waiting = Subscription.EMPTY;

    /**
     * Opens the pages of a workspace.
     *
     * @param deskOf makes the desk of a navigator
     * @param pagesOf makes the pages of that desk
     * @param openFolder shows a folder in the file browser of the desktop
     */
    OpenWorkspace(
            Workspace workspace,
            Function<WindowNavigator, Desk> deskOf,
            Function<Desk, Pages> pagesOf,
            Consumer<Path> openFolder) {
        PageMaker maker = new PageMaker();
        host = new PageHost(maker);
        navigator = new WindowNavigator(workspace, host, openFolder);
        desk = deskOf.apply(navigator);
        navigator.at(desk);
        Desk at = desk;
        workspace
                .cache()
                .watch(sentence -> at.pulse().request(() -> at.notices().tell(Notice.information(sentence))));
        maker.pages = pagesOf.apply(desk);
    }

    /** The host is made before the pages that need the desk, which needs the navigator, which needs the host. */
    private static final class PageMaker implements Function<Place, Page> {
        private @Nullable Pages pages;

        @Override
        public Page apply(Place place) {
            if (pages == null) {
                throw new IllegalStateException("There are no pages yet.");
            }
            return pages.of(place);
        }
    }

    /** Shows the first page: the offer of a first start where the store is empty, else where the user was last. */
    void begin(StoreContents contents, Function<Desk, FirstStartPage> firstStart) {
        if (contents.isEmpty()) {
            FirstStartPage page = firstStart.apply(desk);
            offer = page;
            host.visit("Welcome", () -> page);
            Runnable look = () -> {
                if (page.equals(offer)
                        && !desk.contents().get().isEmpty()
                        && page.idle().getValue()) {
                    settle(Place.DASHBOARD);
                }
            };
            waiting = Subscription.combine(
                    desk.contents().subscribe(now -> look.run()), page.idle().subscribe(now -> look.run()));
        } else {
            settle(Place.of(desk.preferences().get(PLACE).orElse("")));
        }
    }

    private void settle(Place place) {
        offer = null;
        waiting.unsubscribe();
        ready.set(true);
        host.show(place);
        host.forget();
    }

    void go(Place place) {
        if (ready.get()) {
            desk.preferences().put(PLACE, place.id());
            host.show(place);
        }
    }

    /** Whether there is data and one can go to every place. */
    ReadOnlyBooleanProperty ready() {
        return ready.getReadOnlyProperty();
    }

    void importFiles(List<Path> files) {
        if (offer != null) {
            offer.importFiles(files);
        } else {
            navigator.importFiles(files);
        }
    }

    /** Asks whether files are to be imported. */
    void offerFiles(List<Path> files) {
        if (offer != null) {
            offer.offerFiles(files);
        } else {
            navigator.offerFiles(files);
        }
    }

    /** The chapter of the guide about what is shown, as links name it. */
    String chapter() {
        PageHost.Shown now = host.shown().get();
        if (offer != null || now == null) {
            return "first-run";
        }
        return now.place() == null ? "a-coin" : now.place().chapter();
    }

    PageHost host() {
        return host;
    }

    Desk desk() {
        return desk;
    }

    /** Everything that the palette finds: views, actions of the window and of the page, strategies, coins. */
    List<PaletteEntry> entries(List<Action> window, List<Action> page) {
        List<PaletteEntry> entries = new ArrayList<>();
        for (Place place : Place.values()) {
            entries.add(new PaletteEntry(
                    PaletteEntry.Kind.VIEW, place.title(), place.description(), place.keyText(), () -> go(place)));
        }
        page.forEach(a -> entries.add(entry(a)));
        Set<String> listed = entries.stream().map(PaletteEntry::key).collect(Collectors.toSet());
        // Places are listed as views already.
        window.stream()
                .map(OpenWorkspace::entry)
                .filter(e -> e.key().isEmpty() || !listed.contains(e.key()))
                .forEach(entries::add);
        for (Strategy strategy : Strategies.all()) {
            entries.add(new PaletteEntry(
                    PaletteEntry.Kind.STRATEGY,
                    strategy.name(),
                    strategy.description(),
                    "",
                    () -> navigator.backtest(strategy)));
        }
        StoreContents contents = desk.contents().get();
        for (String symbol : contents.symbols()) {
            entries.add(new PaletteEntry(
                    PaletteEntry.Kind.COIN,
                    symbol,
                    "",
                    "",
                    () -> navigator.openCoin(CoinRequest.bars(symbol, contents.usual(symbol)))));
        }
        return entries;
    }

    private static PaletteEntry entry(Action action) {
        String key =
                Optional.ofNullable(action.key()).map(k -> k.getDisplayText()).orElse("");
        return new PaletteEntry(PaletteEntry.Kind.ACTION, action.title(), "", key, action.run());
    }

    void close() {
        waiting.unsubscribe();
        navigator.close();
        host.close();
    }
}
