package io.alphaforge.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BarsTest {
    private static final Bars BARS =
            Bars.owning(Interval.H1, new long[] {10, 20, 30, 40}, Map.of(BarColumn.CLOSE, Column.of(1, 2, 3, 4)));

    @Test
    void findsTheFirstBarAtOrAfterATime() {
        assertThat(BARS.indexAtOrAfter(Long.MIN_VALUE)).isZero();
        assertThat(BARS.indexAtOrAfter(20)).isEqualTo(1);
        assertThat(BARS.indexAtOrAfter(21)).isEqualTo(2);
        assertThat(BARS.indexAtOrAfter(Long.MAX_VALUE)).isEqualTo(4);
    }

    @Test
    void sliceHoldsTheBarsOfItsRange() {
        Bars slice = BARS.slice(1, 3);
        assertThat(slice.toTimeArray()).containsExactly(20, 30);
        assertThat(slice.close()).isEqualTo(Column.of(2, 3));
        assertThat(BARS.slice(0, 4)).isSameAs(BARS);
        assertThat(BARS.slice(2, 2).isEmpty()).isTrue();
    }

    @Test
    void timesThatAreNotStrictlyAscendingAreRefused() {
        assertThatThrownBy(() -> Bars.owning(Interval.H1, new long[] {1, 2, 2}, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The time of bar 2 is not after that of the bar before.");
    }

    @Test
    void columnsOfAnotherLengthAreRefused() {
        assertThatThrownBy(() -> Bars.owning(Interval.H1, new long[] {1}, Map.of(BarColumn.LOW, Column.of(1, 2))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("LOW has 2 values for 1 bars.");
    }

    @Test
    void columnThatWasNotReadSaysSo() {
        assertThatThrownBy(BARS::open)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("OPEN was not read for these bars.");
    }

    @Test
    void valuesHandedOutAreCopies() {
        BARS.toTimeArray()[0] = 99;
        BARS.close().toArray()[0] = 99;
        assertThat(BARS.firstTime()).isEqualTo(10);
        assertThat(BARS.close().get(0)).isEqualTo(1);
    }

    @Test
    void onlyTheWantedColumnsStay() {
        Bars bars = Bars.of(
                Interval.H1,
                new long[] {0},
                new double[] {1},
                new double[] {2},
                new double[] {0.5},
                new double[] {1.5},
                new double[] {7});
        Bars closes = bars.only(EnumSet.of(BarColumn.CLOSE));
        assertThat(closes.columns()).containsExactly(BarColumn.CLOSE);
        assertThat(closes.close()).isEqualTo(bars.close());
        assertThat(closes.time(0)).isZero();
        assertThat(bars.only(EnumSet.allOf(BarColumn.class))).isSameAs(bars);
        assertThat(closes.only(EnumSet.of(BarColumn.CLOSE, BarColumn.OPEN))).isSameAs(closes);
        assertThatThrownBy(closes::open).isInstanceOf(IllegalStateException.class);
    }
}
