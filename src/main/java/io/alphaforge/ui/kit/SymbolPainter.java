package io.alphaforge.ui.kit;

import io.alphaforge.ui.kit.table.Brush;
import io.alphaforge.ui.kit.table.CellPainter;
import io.alphaforge.ui.kit.table.Ink;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The symbol of a coin, with a tag where its bars are made up and one where it is stale; a symbol that ends in .DEMO has
 * that end in the tag.
 */
final class SymbolPainter<S> implements CellPainter<S> {
    private static final String SUFFIX = ".DEMO";
    private static final double GAP = 8;
    private static final double BETWEEN = 4;

    private final Function<S, String> symbol;
    private final Predicate<S> synthetic;
    private final Predicate<S> stale;

    SymbolPainter(Function<S, String> symbol, Predicate<S> synthetic, Predicate<S> stale) {
        this.symbol = symbol;
        this.synthetic = synthetic;
        this.stale = stale;
    }

    @Override
    public void paint(S row, Brush brush) {
        double at = brush.write(shown(row), brush.left(), Ink.TEXT, true) + GAP;
        for (String tag : tags(row)) {
            at = brush.tag(tag, at) + BETWEEN;
        }
    }

    private boolean suffixed(S row) {
        return synthetic.test(row) && symbol.apply(row).endsWith(SUFFIX);
    }

    private String shown(S row) {
        String whole = symbol.apply(row);
        return suffixed(row) ? whole.substring(0, whole.length() - SUFFIX.length()) : whole;
    }

    /** What stands beside the symbol. */
    List<String> tags(S row) {
        String demo = suffixed(row) ? SUFFIX : "DEMO";
        if (synthetic.test(row)) {
            return stale.test(row) ? List.of(demo, "STALE") : List.of(demo);
        }
        return stale.test(row) ? List.of("STALE") : List.of();
    }

    @Override
    public String text(S row) {
        return symbol.apply(row);
    }

    @Override
    public double width(S row, Brush brush) {
        double tags = tags(row).stream()
                .mapToDouble(tag -> Math.ceil(brush.tagWidth(tag)) + BETWEEN)
                .sum();
        return brush.width(shown(row), true) + (tags > 0 ? GAP - BETWEEN + tags : 0) + 2 * Brush.PADDING;
    }
}
