package io.alphaforge.feed;

import io.alphaforge.market.BarColumn;
import io.alphaforge.market.Bars;
import io.alphaforge.market.Column;
import io.alphaforge.market.Interval;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * Makes the bars of synthetic coins: a market factor and the coin's own walk give hourly prices; daily bars are those of
 * their 24 hours.
 */
final class DemoBars {
    private static final long HOUR = 3_600_000L;
    private static final int DAY = 24;
    private static final int WEEK = 7;
    private static final double MARKET_VOLATILITY = 0.022;
    /** Four years, the rhythm that crypto markets had so far. */
    private static final double CYCLE = 2 * Math.PI / (4 * 365.25 * DAY);

    private static final double CYCLE_HEIGHT = 0.4;
    private static final double MISSING_DAYS = 0.0006;
    private static final double MISSING_HOURS = 0.0002;
    /** One in so many hours opens away from the close before. */
    private static final int OPENS_AWAY = 25;

    private static final double PER_BYTE = 1.0 / 255;
    private static final double PER_SHORT = 1.0 / 65_535;

    private final Interval interval;
    private final long firstDay;
    private final long endHour;
    private final long firstWeek;
    private final long lastWeek;
    private final double[] market;
    private final DemoWalk marketWalk;

    /**
     * @param firstDay the first day wanted, days since 1970-01-01
     * @param endHour the hour at which the last bar ends, hours since 1970-01-01
     */
    DemoBars(DemoNoise universe, Interval interval, long firstDay, long endHour) {
        this.interval = interval;
        this.firstDay = firstDay;
        this.endHour = endHour;
        this.firstWeek = Math.floorDiv(firstDay, WEEK);
        this.lastWeek = Math.floorDiv(endHour - 1, DemoWalk.HOURS);
        this.marketWalk = new DemoWalk(universe.named(2), MARKET_VOLATILITY);
        this.market = marketWalk.levels(firstWeek, lastWeek);
        for (int i = 0; i < market.length; i++) {
            market[i] += CYCLE_HEIGHT * StrictMath.sin(CYCLE * (firstWeek * DemoWalk.HOURS + i));
        }
    }

    Bars of(DemoCoin coin) {
        long endDay = Math.floorDiv(endHour + DAY - 1, DAY);
        long first = coin.firstDay(firstDay, endDay);
        long end = coin.endDay(firstDay, endDay);
        // One more than stay, for the hour that is about to become part of a day.
        var made = new Made(coin, (int) ((end - first) * (interval == Interval.H1 ? DAY : 1)) + 1);
        for (long day = first; day < end; day++) {
            made.day(day);
        }
        return made.bars();
    }

    /** The bars of one coin, as far as they are made. */
    private final class Made {
        private final DemoCoin coin;
        private final double[] own;
        private final DemoWalk walk;
        private final DemoNoise shape;
        private final DemoNoise missing;
        private final double priceScale;
        private final double volumeScale;
        private final long[] time;
        private final double[][] columns;
        private int size;
        private double lastClose;

        Made(DemoCoin coin, int most) {
            this.coin = coin;
            this.walk = new DemoWalk(coin.noise().named(1), coin.dailyVolatility());
            this.own = walk.levels(firstWeek, lastWeek);
            this.shape = coin.noise().named(2);
            this.missing = coin.noise().named(3);
            // Six digits of a usual price, as exchanges quote.
            this.priceScale = StrictMath.pow(10, Math.max(0, 5 - Math.floor(StrictMath.log10(coin.price()))));
            this.volumeScale = coin.price() > 100 ? 1e6 : 100;
            this.time = new long[most];
            this.columns = new double[5][most];
        }

        private double price(int at) {
            return coin.price() * StrictMath.exp(coin.beta() * market[at] + own[at]);
        }

        private double rounded(double price) {
            return Math.max(1, Math.rint(price * priceScale)) / priceScale;
        }

        void day(long day) {
            double volatility = walk.volatility(day) / Math.sqrt(DAY);
            double mood =
                    walk.volatility(day) / coin.dailyVolatility() * marketWalk.volatility(day) / MARKET_VOLATILITY;
            boolean absent = missing.uniform(day) < MISSING_DAYS;
            int from = size;
            for (int hour = 0; hour < DAY && day * DAY + hour < endHour; hour++) {
                hour(day * DAY + hour, volatility, mood);
                boolean lost = interval == Interval.H1 && missing.uniform(-1 - day * DAY - hour) < MISSING_HOURS;
                if (interval == Interval.D1 && hour > 0) {
                    mergeLast();
                } else if (lost) {
                    size--;
                }
            }
            if (absent) {
                size = from;
            }
        }

        private void hour(long hour, double volatility, double mood) {
            int at = (int) (hour - firstWeek * DemoWalk.HOURS);
            long bits = shape.bits(hour);
            double previous = size == 0 ? price(at) : lastClose;
            double close = price(at + 1);
            double open = (bits >>> 56) % OPENS_AWAY == 0
                    ? previous * (1 + volatility * ((bits >>> 40 & 0xff) * PER_BYTE - 0.5))
                    : previous;
            double up = (bits & 0xffff) * PER_SHORT;
            double down = (bits >>> 16 & 0xffff) * PER_SHORT;
            double high = Math.max(open, close) * (1 + volatility * up * up);
            double low = Math.min(open, close) / (1 + volatility * down * down);
            double moved = Math.abs(close - open) / (open * volatility);
            double chance = 0.3 + (bits >>> 32 & 0xff) * PER_BYTE;
            double volume = coin.dailyTurnover() / DAY / close * chance * mood * (0.4 + moved);
            lastClose = close;
            add(
                    hour * HOUR,
                    rounded(open),
                    rounded(high),
                    rounded(low),
                    rounded(close),
                    Math.rint(volume * volumeScale) / volumeScale);
        }

        private void add(long opened, double... values) {
            time[size] = opened;
            for (int i = 0; i < values.length; i++) {
                columns[i][size] = values[i];
            }
            size++;
        }

        /** Makes the last hour a part of the bar before it. */
        private void mergeLast() {
            size--;
            columns[1][size - 1] = Math.max(columns[1][size - 1], columns[1][size]);
            columns[2][size - 1] = Math.min(columns[2][size - 1], columns[2][size]);
            columns[3][size - 1] = columns[3][size];
            columns[4][size - 1] += columns[4][size];
        }

        Bars bars() {
            Map<BarColumn, Column> named = new EnumMap<>(BarColumn.class);
            named.put(BarColumn.OPEN, column(0));
            named.put(BarColumn.HIGH, column(1));
            named.put(BarColumn.LOW, column(2));
            named.put(BarColumn.CLOSE, column(3));
            named.put(BarColumn.VOLUME, column(4));
            return Bars.owning(interval, Arrays.copyOf(time, size), named);
        }

        private Column column(int index) {
            return Column.owning(Arrays.copyOf(columns[index], size));
        }
    }
}
