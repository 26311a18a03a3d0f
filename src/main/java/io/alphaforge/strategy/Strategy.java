package io.alphaforge.strategy;

import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Bars;
import java.util.List;
import java.util.Set;

/**
 * Turns bars into signals. A signal at bar i uses bars up to and including i, nothing later. Implementations are
 * stateless and safe for use by several threads.
 */
public interface Strategy {

    /** As on the command line, for example {@code sma-cross}. */
    String name();

    /** One or two sentences for the user: when it enters, when it leaves. */
    String description();

    /** In the order to be shown. */
    List<Parameter> parameters();

    /** The columns that {@link #signals} reads. */
    Set<BarColumn> columns();

    /**
     * The signals for all bars, the ones before the range of interest included, so that indicators are warm.
     *
     * @param bars with at least {@link #columns}
     * @param parameters of this strategy
     */
    Signals signals(Bars bars, Parameters parameters);

    /**
     * What did not happen when no bar gave an entry signal, to complete the sentence "No entry signal in range: …".
     *
     * @param parameters of this strategy
     */
    default String noEntryReason(Parameters parameters) {
        return "its entry condition was never met";
    }

    /**
     * What a chart shows beside the prices, so that a user sees what the signals are made of.
     *
     * @param bars with at least {@link #columns}
     * @param parameters of this strategy
     */
    default List<Plot> plots(Bars bars, Parameters parameters) {
        return List.of();
    }

    /**
     * Checks what bounds alone cannot, for example that one window is shorter than another.
     *
     * @throws IllegalArgumentException with a sentence for the user
     */
    default void check(Parameters parameters) {}
}
