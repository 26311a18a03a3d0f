package io.alphaforge.ui.dashboard;

import io.alphaforge.catalog.DashboardRow;
import io.alphaforge.ui.kit.Columns;
import io.alphaforge.ui.kit.PriceText;
import io.alphaforge.ui.kit.table.Heading;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.scene.control.TableColumn;

/** Makes columns of prices, each with as much room for decimals as its smallest price wants. */
final class PriceColumns {
    private static final double WIDTH = 160;

    private final List<Price> prices = new ArrayList<>();

    private static final class Price {
        private final ToDoubleFunction<DashboardRow> getter;
        private int decimals;

        Price(ToDoubleFunction<DashboardRow> getter) {
            this.getter = getter;
        }
    }

    TableColumn<CoinLine, Double> column(Heading heading, ToDoubleFunction<DashboardRow> getter) {
        Price price = new Price(getter);
        prices.add(price);
        return Columns.price(heading, WIDTH, line -> getter.applyAsDouble(line.row()), () -> price.decimals);
    }

    /** Makes room for these coins and returns whether cells that are there already have to be written again. */
    boolean fit(List<CoinLine> lines) {
        boolean changed = false;
        for (Price price : prices) {
            int most = lines.stream()
                    .mapToInt(line -> PriceText.decimals(price.getter.applyAsDouble(line.row())))
                    .max()
                    .orElse(0);
            changed |= most != price.decimals;
            price.decimals = most;
        }
        return changed;
    }
}
