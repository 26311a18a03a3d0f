package io.alphaforge.catalog;

import static io.alphaforge.catalog.Field.flag;
import static io.alphaforge.catalog.Field.integer;
import static io.alphaforge.catalog.Field.real;
import static io.alphaforge.catalog.Field.text;
import static io.alphaforge.catalog.Field.time;

import io.alphaforge.catalog.Field.Unit;
import java.util.List;

/** What is known of the quality of a stored series, as columns in their order. */
public final class QualityFields {
    private static final List<Field<StoredSeries>> ALL = List.of(
            text("symbol", StoredSeries::symbol),
            text("interval", s -> s.interval().code()),
            integer("bars", StoredSeries::bars),
            time("from", StoredSeries::firstOpen),
            time("to", StoredSeries::lastOpen),
            integer("gaps", s -> s.quality().gaps()),
            integer("missing", s -> s.quality().missing()),
            integer("duplicates", s -> s.quality().duplicates()),
            integer("rejected", s -> s.quality().rejected()),
            integer("zero_volume", s -> s.quality().zeroVolume()),
            integer("flat", s -> s.quality().flat()),
            integer("jumps", s -> s.quality().jumps()),
            flag("verified", StoredSeries::verified),
            real("score", Unit.SCORE, s -> s.quality().score()),
            flag("synthetic", StoredSeries::synthetic),
            text("source", StoredSeries::source),
            text("data_digest", s -> s.digest().hex()));

    private QualityFields() {}

    /** Every column in order. */
    public static List<Field<StoredSeries>> all() {
        return ALL;
    }
}
