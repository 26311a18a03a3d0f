package io.alphaforge.catalog;

import static io.alphaforge.catalog.Field.flag;
import static io.alphaforge.catalog.Field.integer;
import static io.alphaforge.catalog.Field.real;
import static io.alphaforge.catalog.Field.text;
import static io.alphaforge.catalog.Field.time;

import io.alphaforge.catalog.Field.Unit;
import java.util.List;

/** The columns of the dashboard in their order. */
public final class DashboardFields {
    private static final List<Field<DashboardRow>> ALL = List.of(
            text("symbol", DashboardRow::symbol),
            text("base", r -> r.instrument().base()),
            text("quote", r -> r.instrument().quote()),
            text("interval", r -> r.interval().code()),
            real("price", Unit.PRICE, DashboardRow::price),
            real("change_24h_pct", Unit.CHANGE, DashboardRow::change24hPct),
            real("change_7d_pct", Unit.CHANGE, DashboardRow::change7dPct),
            real("high_24h", Unit.PRICE, r -> r.day().high()),
            real("low_24h", Unit.PRICE, r -> r.day().low()),
            real("volume_24h", Unit.VOLUME, r -> r.day().volume()),
            real("high_7d", Unit.PRICE, r -> r.week().high()),
            real("low_7d", Unit.PRICE, r -> r.week().low()),
            real("volume_7d", Unit.VOLUME, r -> r.week().volume()),
            real("high_30d", Unit.PRICE, r -> r.month().high()),
            real("low_30d", Unit.PRICE, r -> r.month().low()),
            real("volume_30d", Unit.VOLUME, r -> r.month().volume()),
            real("turnover_30d", Unit.MONEY, DashboardRow::turnover30d),
            real("all_time_high", Unit.PRICE, r -> r.allTimeHigh().price()),
            time("all_time_high_date", r -> r.allTimeHigh().time()),
            real("all_time_low", Unit.PRICE, r -> r.allTimeLow().price()),
            time("all_time_low_date", r -> r.allTimeLow().time()),
            integer("bars", DashboardRow::bars),
            time("first", DashboardRow::firstOpen),
            time("newest", DashboardRow::newest),
            real("quality_score", Unit.SCORE, DashboardRow::qualityScore),
            flag("stale", DashboardRow::stale),
            flag("synthetic", DashboardRow::synthetic));

    private DashboardFields() {}

    /** Every column in order. */
    public static List<Field<DashboardRow>> all() {
        return ALL;
    }
}
