package io.alphaforge.ui.runs;

import io.alphaforge.engine.ExecutionSettings;
import io.alphaforge.metrics.BacktestSpec;
import io.alphaforge.run.RunSpec;
import io.alphaforge.strategy.Parameter;
import io.alphaforge.ui.kit.Formats;
import io.alphaforge.ui.kit.SpecWords;
import io.alphaforge.ui.kit.TimeText;
import java.util.ArrayList;
import java.util.List;

/**
 * A setting that two runs do not share. Whether kept rows were allowed to answer is none: it does not change results.
 *
 * @param setting its name for people: "fill", "fast", "range"
 * @param first its value in the first run
 * @param second its value in the second run
 */
record SpecDifference(String setting, String first, String second) {

    /** Every setting that differs, the most telling first. */
    static List<SpecDifference> between(RunSpec first, RunSpec second, TimeText times) {
        BacktestSpec a = first.backtest();
        BacktestSpec b = second.backtest();
        List<SpecDifference> found = new ArrayList<>();
        if (a.strategy().name().equals(b.strategy().name())) {
            for (Parameter parameter : a.strategy().parameters()) {
                add(
                        found,
                        parameter.name(),
                        parameter.format(a.parameters().real(parameter.name())),
                        parameter.format(b.parameters().real(parameter.name())));
            }
        } else {
            add(found, "strategy", SpecWords.strategy(a), SpecWords.strategy(b));
        }
        ExecutionSettings x = a.execution();
        ExecutionSettings y = b.execution();
        add(found, "fill", x.fill().code(), y.fill().code());
        add(found, "interval", first.interval().code(), second.interval().code());
        if (!first.universe().equals(second.universe())) {
            found.add(new SpecDifference(
                    "universe", SpecWords.universe(first.universe()), SpecWords.universe(second.universe())));
        }
        if (!a.range().equals(b.range())) {
            found.add(new SpecDifference("range", RunWords.range(a.range(), times), RunWords.range(b.range(), times)));
        }
        if (x.capital() != y.capital()) {
            found.add(new SpecDifference("capital", Formats.number(x.capital(), 2), Formats.number(y.capital(), 2)));
        }
        if (x.fee() != y.fee()) {
            found.add(new SpecDifference("fee", RunWords.share(x.fee()), RunWords.share(y.fee())));
        }
        if (x.slippage() != y.slippage()) {
            found.add(new SpecDifference("slippage", RunWords.share(x.slippage()), RunWords.share(y.slippage())));
        }
        return found;
    }

    private static void add(List<SpecDifference> found, String setting, String first, String second) {
        if (!first.equals(second)) {
            found.add(new SpecDifference(setting, first, second));
        }
    }

    /**
     * A name for one of two runs made of what it does differently: "next-open", "fast 20, slow 50"; empty when nothing
     * differs or a name would be longer than {@code most} characters.
     */
    static String label(List<SpecDifference> differences, boolean ofFirst, int most) {
        List<String> parts = new ArrayList<>();
        for (SpecDifference difference : differences) {
            String value = ofFirst ? difference.first() : difference.second();
            boolean speaksForItself = switch (difference.setting()) {
                case "fill", "strategy", "interval", "range" -> true;
                default -> false;
            };
            parts.add(speaksForItself ? value : difference.setting() + " " + value);
        }
        String label = String.join(", ", parts);
        return label.length() <= most ? label : "";
    }
}
