package io.alphaforge.ui.performance;

import io.alphaforge.telemetry.PhaseTimes;
import io.alphaforge.telemetry.RunTimes;
import io.alphaforge.telemetry.RunTimes.Amount;
import io.alphaforge.telemetry.RunTimes.Took;
import io.alphaforge.telemetry.RunTimes.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Runs as they are measured in a few days of work. */
final class MeasuredRuns {
    private static final List<Work> WORK = List.of(
            new Work("rsi", "1d", "all"),
            new Work("sma-cross", "1d", "all"),
            new Work("bollinger", "4h", "top:100"),
            new Work("rsi", "1h", "all"),
            new Work("buy-and-hold", "1d", "BTCUSDT,ETHUSDT"));
    private static final int[] COINS = {263, 263, 100, 263, 2};
    private static final double[] MILLIS = {640, 690, 410, 3900, 24};

    private MeasuredRuns() {}

    /** So many, the newest just before {@code now}, about every 20 minutes. */
    static List<RunTimes> before(long now, int count) {
        Random random = new Random(11);
        List<RunTimes> runs = new ArrayList<>();
        long time = now - TimeUnit.MINUTES.toMillis(1);
        for (int i = 0; i < count; i++) {
            int kind = random.nextInt(10) < 7 ? random.nextInt(3) : random.nextInt(5);
            boolean cached = random.nextInt(10) < 3;
            String status = i % 17 == 5 ? "cancelled" : RunTimes.FINISHED;
            double millis = MILLIS[kind] * Math.exp(0.25 * random.nextGaussian()) * (i == 9 ? 9 : 1);
            int coins = COINS[kind];
            runs.add(new RunTimes(
                    String.format(Locale.ROOT, "run-%04d", i),
                    time,
                    status,
                    WORK.get(kind),
                    new Amount(coins, coins, cached ? coins : coins / 9, coins, i % 6 == 0 ? 1 : 0, coins * 1_460L),
                    new Took(cached ? millis / 9 : millis, millis / 20 + 8, 0),
                    cached
                            ? new PhaseTimes(9, 0, 0, millis / 20, millis / 30)
                            : new PhaseTimes(
                                    9 + millis / 90, 0.42 * millis, 0.9 * millis, 0.05 * millis, 0.12 * millis)));
            time -= (long) (random.nextDouble() * TimeUnit.MINUTES.toMillis(40));
        }
        return runs;
    }
}
