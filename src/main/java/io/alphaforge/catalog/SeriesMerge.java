package io.alphaforge.catalog;

import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Column;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What becomes of stored bars when others of the same series are written over them: equal bars change nothing, new ones
 * are added, different ones replace the stored ones.
 *
 * @param bars the series after the merge; the stored one itself when nothing is added or changed
 * @param fresh the bars that were not stored before, in time order
 * @param changed bars whose values are replaced
 * @param unchanged bars that agree with the stored ones in every column
 * @param removed stored bars that are not kept
 * @param dispute in what the two contradict each other
 */
public record SeriesMerge(Bars bars, Bars fresh, long changed, long unchanged, long removed, Dispute dispute) {
    /** Above this share of differing bars in the overlap two sources are taken for two markets. */
    private static final double CONFLICT = 0.01;

    /** Merges two series of one interval, both with every column. */
    public static SeriesMerge of(Bars stored, Bars incoming) {
        if (stored.isEmpty()) {
            return new SeriesMerge(incoming, incoming, 0, 0, 0, Dispute.NONE);
        }
        int capacity = stored.size() + incoming.size();
        int[] picks = new int[capacity];
        int[] fresh = new int[incoming.size()];
        int size = 0;
        int freshSize = 0;
        long changed = 0;
        long unchanged = 0;
        long differing = 0;
        long firstDiffering = 0;
        int i = 0;
        int j = 0;
        while (i < stored.size() || j < incoming.size()) {
            if (j == incoming.size() || (i < stored.size() && stored.time(i) < incoming.time(j))) {
                picks[size++] = i++;
            } else if (i == stored.size() || incoming.time(j) < stored.time(i)) {
                fresh[freshSize++] = j;
                picks[size++] = ~j++;
            } else if (equal(stored, i, incoming, j)) {
                unchanged++;
                picks[size++] = i++;
                j++;
            } else {
                changed++;
                if (i < stored.size() - 1) {
                    firstDiffering = differing++ == 0 ? incoming.time(j) : firstDiffering;
                }
                picks[size++] = ~j++;
                i++;
            }
        }
        if (changed == 0 && freshSize == 0) {
            return new SeriesMerge(stored, Bars.empty(stored.interval()), 0, unchanged, 0, Dispute.NONE);
        }
        BitSet inside = SharedTime.of(incoming, stored);
        long firstInside = inside.isEmpty() ? 0 : incoming.time(inside.nextSetBit(0));
        var dispute = new Dispute(differing, firstDiffering, inside.cardinality(), firstInside);
        Bars merged = pick(stored, incoming, picks, size);
        Bars added = pick(incoming, incoming, fresh, freshSize);
        return new SeriesMerge(merged, added, changed, unchanged, 0, dispute);
    }

    /** Merges two series of one interval, of which the stored one gives way wherever the other has bars. */
    public static SeriesMerge overwriting(Bars stored, Bars incoming) {
        BitSet covered = SharedTime.of(stored, incoming);
        if (covered.isEmpty()) {
            return of(stored, incoming);
        }
        int[] kept =
                IntStream.range(0, stored.size()).filter(i -> !covered.get(i)).toArray();
        SeriesMerge merge = of(pick(stored, stored, kept, kept.length), incoming);
        return new SeriesMerge(
                merge.bars, merge.fresh, merge.changed, merge.unchanged, covered.cardinality(), merge.dispute);
    }

    /** What becomes of a stored series when another takes its place. */
    public static SeriesMerge replacing(Bars stored, Bars incoming) {
        SeriesMerge merge = of(stored, incoming);
        long removed = stored.size() - merge.changed - merge.unchanged;
        return removed == 0
                ? merge
                : new SeriesMerge(incoming, merge.fresh, merge.changed, merge.unchanged, removed, merge.dispute);
    }

    public long added() {
        return fresh.size();
    }

    /** Whether the merge leaves the stored series as it is. */
    public boolean changesNothing() {
        return changed == 0 && removed == 0 && fresh.isEmpty();
    }

    /** Whether every new bar comes after the stored ones and all of those stay as they are. */
    public boolean onlyAppends() {
        return changed == 0
                && removed == 0
                && !fresh.isEmpty()
                && bars.time(bars.size() - fresh.size()) == fresh.firstTime();
    }

    /**
     * Refuses a merge in which over 1 % of the overlapping bars differ, or begin inside of stored ones.
     *
     * @param stored what the store knows of the series
     * @param write what is to be written
     * @throws ConflictException naming both sources, unless the write says to take whatever differs
     */
    public void requireAgreement(StoredSeries stored, SeriesWrite write) {
        long overlap = changed + unchanged + dispute.inside();
        if (write.mode() == SeriesWrite.Mode.MERGE && dispute.differing() + dispute.inside() > CONFLICT * overlap) {
            long contradicting = changed + dispute.inside();
            throw new ConflictException(
                    dispute.sentence(write.key(), write.title(), stored.source(), contradicting, overlap));
        }
    }

    private static boolean equal(Bars a, int i, Bars b, int j) {
        return a.close().get(i) == b.close().get(j)
                && a.open().get(i) == b.open().get(j)
                && a.high().get(i) == b.high().get(j)
                && a.low().get(i) == b.low().get(j)
                && a.volume().get(i) == b.volume().get(j);
    }

    /** Picks bars by index: {@code k} from the first series, {@code ~k} from the second. */
    private static Bars pick(Bars first, Bars second, int[] picks, int size) {
        long[] times = new long[size];
        for (int k = 0; k < size; k++) {
            times[k] = picks[k] >= 0 ? first.time(picks[k]) : second.time(~picks[k]);
        }
        Map<BarColumn, Column> columns = new EnumMap<>(BarColumn.class);
        for (BarColumn name : BarColumn.values()) {
            Column a = first.column(name);
            Column b = second.column(name);
            double[] values = new double[size];
            for (int k = 0; k < size; k++) {
                values[k] = picks[k] >= 0 ? a.get(picks[k]) : b.get(~picks[k]);
            }
            columns.put(name, Column.owning(values));
        }
        return Bars.owning(first.interval(), times, columns);
    }
}
