package io.alphaforge.ui.scripted;

import java.time.LocalDate;

/** Small price files with made-up numbers. */
public final class PriceFiles {
    private PriceFiles() {}

    /** A CSV file of this many daily bars from 2024-01-01 on. */
    public static String daily(int bars) {
        StringBuilder text = new StringBuilder("date,open,high,low,close,volume\n");
        LocalDate day = LocalDate.of(2024, 1, 1);
        for (int i = 0; i < bars; i++) {
            double open = 100 + i % 7;
            double close = 100 + (i + 3) % 7;
            text.append(day.plusDays(i))
                    .append(',')
                    .append(open)
                    .append(',')
                    .append(Math.max(open, close) + 1)
                    .append(',')
                    .append(Math.min(open, close) - 1)
                    .append(',')
                    .append(close)
                    .append(",1000\n");
        }
        return text.toString();
    }
}
