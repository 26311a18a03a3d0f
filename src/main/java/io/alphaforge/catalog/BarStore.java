package io.alphaforge.catalog;

import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Where bars are kept. Safe for use by several threads; reads see one consistent snapshot, writes are transactions.
 */
public interface BarStore extends AutoCloseable {

    /** Every stored series, by symbol and interval. */
    List<StoredSeries> series();

    /**
     * What to add to a sentence that begins with "There is no" and names a series that is not among {@link #series}: where it
     * is not, and how to come by it. Empty where that is all there is.
     */
    default String whereMissing() {
        return "";
    }

    /**
     * Parts of a request that are worth reading side by side, each with a cursor and a thread of its own; the request
     * itself where there is nothing to gain. Together they ask for the same series.
     *
     * @param most how many parts at the most
     */
    List<BarRequest> split(BarRequest request, int most);

    /** Starts reading whole series. Unknown series are delivered as {@link BarCursor.Unreadable}. */
    BarCursor read(BarRequest request);

    /**
     * Writes bars into a series in one transaction: equal bars change nothing, and the {@link SeriesWrite.Mode} says what
     * becomes of others.
     *
     * @throws ConflictException when over 1 % of the overlap differs and the mode refuses that; nothing is changed then
     * @throws StoreException when the store cannot be written; nothing is changed then
     */
    WriteReport write(SeriesWrite write);

    /**
     * The same, given up when it is not wanted any more and waits for something. A store whose writes wait for nobody need
     * not look.
     *
     * @param cancelled asked again and again until the write is committed
     * @throws java.util.concurrent.CancellationException when it was given up; nothing is changed then
     */
    default WriteReport write(SeriesWrite write, BooleanSupplier cancelled) {
        return write(write);
    }

    /** How many series are worth writing side by side, each on a thread of its own. */
    default int writersSideBySide() {
        return 1;
    }

    /** What {@link #write} would do, without doing it. */
    WriteReport preview(SeriesWrite write);

    /** Removes a series. */
    void delete(SeriesKey key);

    /**
     * The same, given up when it is not wanted any more and waits for something, as a {@link #write write} is.
     *
     * @param cancelled asked again and again until the series is gone
     * @throws java.util.concurrent.CancellationException when it was given up; the series is there then
     */
    default void delete(SeriesKey key, BooleanSupplier cancelled) {
        delete(key);
    }

    /** Restores the physical order that bulk reads profit from, where writes have disturbed it. */
    void compact();

    /**
     * The same, given up when it is not wanted any more and waits for something.
     *
     * @param cancelled asked again and again until it is done
     * @throws java.util.concurrent.CancellationException when it was given up; every bar is stored all the same
     */
    default void compact(BooleanSupplier cancelled) {
        compact();
    }

    /** One row per coin, in one query. */
    List<DashboardRow> dashboard();

    /**
     * Asks for nothing but an answer, which costs as little as can be. A store on this machine is always there.
     *
     * @throws UnreachableException when there is none
     */
    default void requireReachable() {}

    @Override
    void close();
}
