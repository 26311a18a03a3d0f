package io.alphaforge.ui.kit;

import io.alphaforge.market.Interval;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * How times are written on screen: in UTC or in the zone of this computer, by one switch that every view obeys. A view
 * subscribes to {@link #zone} and writes its times again when that changes. Belongs to the JavaFX thread.
 */
public final class TimeText {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withLocale(Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private final ObjectProperty<ZoneId> zone = new SimpleObjectProperty<>(ZoneOffset.UTC);

    /** The zone in which times are written. */
    public ObjectProperty<ZoneId> zone() {
        return zone;
    }

    public boolean isUtc() {
        return zone.get().equals(ZoneOffset.UTC);
    }

    /** "UTC", or the offset of this computer's zone at a time: "+02:00". */
    public String zoneName(long time) {
        return isUtc()
                ? "UTC"
                : zone.get().getRules().getOffset(Instant.ofEpochMilli(time)).getId();
    }

    /** The day of a time in epoch milliseconds. */
    public String date(long time) {
        return DAY.withZone(zone.get()).format(Instant.ofEpochMilli(time));
    }

    /**
     * The zone in which bars of this interval are named: one of a day or longer is that of a day of UTC, and would get the
     * name of another day elsewhere.
     */
    public ZoneId zoneOf(Interval interval) {
        return isDays(interval) ? ZoneOffset.UTC : zone.get();
    }

    /** The day on which a bar opens. */
    public String day(long open, Interval interval) {
        return DAY.withZone(zoneOf(interval)).format(Instant.ofEpochMilli(open));
    }

    /** When a bar opens: its day, or its minute where the day does not say it. */
    public String bar(long open, Interval interval) {
        return isDays(interval) ? day(open, interval) : minute(open);
    }

    private static boolean isDays(Interval interval) {
        return interval.millis() >= Interval.D1.millis();
    }

    /** A time in epoch milliseconds to the minute. */
    public String minute(long time) {
        return MINUTE.withZone(zone.get()).format(Instant.ofEpochMilli(time));
    }

    /** A time written by another pattern. */
    public String format(DateTimeFormatter pattern, long time) {
        return pattern.withZone(zone.get()).format(Instant.ofEpochMilli(time));
    }
}
