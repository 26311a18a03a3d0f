package io.alphaforge.ui.backtest;

import io.alphaforge.engine.FillPolicy;
import io.alphaforge.market.Interval;
import io.alphaforge.strategy.Strategy;
import io.alphaforge.ui.kit.Preferences;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.StringProperty;

/** What was last in the fields, kept between starts as lines {@code name=text}. What does not fit any more is left out. */
final class FormMemory {
    private static final String NAME = "backtest.form";

    private final BacktestForm form;
    private final Preferences preferences;

    FormMemory(BacktestForm form, Preferences preferences) {
        this.form = form;
        this.preferences = preferences;
    }

    /** Fills the fields as they were left. */
    void restore() {
        Map<String, String> kept = new LinkedHashMap<>();
        for (String line : preferences.list(NAME)) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                kept.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        texts().forEach((name, text) -> {
            if (kept.containsKey(name)) {
                text.set(kept.get(name));
            }
        });
        read(
                kept,
                "strategy",
                name -> form.strategies().stream()
                        .filter(s -> s.name().equals(name))
                        .forEach(form::choose));
        read(kept, "universe", name -> form.universe().choice().set(UniverseChoice.valueOf(name)));
        read(kept, "interval", code -> form.interval().set(Interval.parse(code)));
        read(kept, "range", name -> form.range().choice().set(RangeChoice.valueOf(name)));
        read(kept, "fill", code -> form.fill().set(FillPolicy.parse(code)));
        read(kept, "cache", flag -> form.useCache().set(Boolean.parseBoolean(flag)));
    }

    /** Keeps what is in the fields now, valid or not. */
    void keep() {
        List<String> lines = new ArrayList<>();
        lines.add("strategy=" + form.strategy().get().name());
        lines.add("universe=" + form.universe().choice().get().name());
        lines.add("interval=" + form.interval().get().code());
        lines.add("range=" + form.range().choice().get().name());
        lines.add("fill=" + form.fill().get().code());
        lines.add("cache=" + form.useCache().get());
        texts().forEach((name, text) -> lines.add(name + "=" + text.get().replace('\n', ' ')));
        preferences.putList(NAME, lines);
    }

    private static void read(Map<String, String> kept, String name, Consumer<String> setter) {
        String text = kept.get(name);
        if (text != null) {
            try {
                setter.accept(text);
            } catch (IllegalArgumentException e) {
                // Kept by a version that knew other choices; the default stays.
                return;
            }
        }
    }

    private Map<String, StringProperty> texts() {
        Map<String, StringProperty> texts = new LinkedHashMap<>();
        for (Strategy strategy : form.strategies()) {
            for (InputField<Double> field : form.parameters(strategy)) {
                texts.put("param." + strategy.name() + "." + field.label(), field.text());
            }
        }
        texts.put("top", form.universe().top().text());
        texts.put("bars", form.universe().bars().text());
        texts.put("symbols", form.universe().listed().text());
        texts.put("from", form.range().from().text());
        texts.put("to", form.range().to().text());
        texts.put("capital", form.capital().text());
        texts.put("fee", form.fee().text());
        texts.put("slippage", form.slippage().text());
        return texts;
    }
}
