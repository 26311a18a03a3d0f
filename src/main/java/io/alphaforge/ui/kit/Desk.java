package io.alphaforge.ui.kit;

import java.time.Clock;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * What every page works with beside the data.
 *
 * @param background runs what reads, writes or computes; never the JavaFX thread
 * @param pulse brings results back to the JavaFX thread
 * @param contents what the store holds, as of the last look
 * @param offline true while a server does not answer and its mirror takes its place; what was read before the change is that
 *     of the other one
 * @param storeChanged to be told on the JavaFX thread when a page has written to the store
 * @param theme how the window looks now
 */
public record Desk(
        Executor background,
        PulseScheduler pulse,
        Clock clock,
        ReadOnlyObjectProperty<StoreContents> contents,
        ObservableValue<Boolean> offline,
        Runnable storeChanged,
        ReadOnlyObjectProperty<Theme> theme,
        TimeText times,
        Preferences preferences,
        Watchlist watchlist,
        Jobs jobs,
        Notices notices,
        Navigator navigator) {}
