package io.alphaforge.ui.kit.table;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import javafx.scene.paint.Paint;

/** The colours of a table as its stylesheet has them now. */
final class Inks {
    private final Map<Ink, Paint> paints = new EnumMap<>(Ink.class);

    Inks() {
        for (Ink ink : Ink.values()) {
            paints.put(ink, ink.initial());
        }
    }

    Paint of(Ink ink) {
        return Objects.requireNonNull(paints.get(ink));
    }

    void put(Ink ink, Paint paint) {
        paints.put(ink, paint);
    }
}
