package io.alphaforge.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.catalog.MaintenanceItem;
import io.alphaforge.catalog.MaintenanceItem.Figures;
import io.alphaforge.catalog.MaintenanceItem.Kind;
import io.alphaforge.ui.kit.TableText;
import io.alphaforge.ui.scripted.Screen;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the columns of maintenance say of a figure. */
class MaintenanceColumnsTest {
    @BeforeAll
    static void toolkit() {
        Screen.start();
    }

    private static MaintenanceItem table(double rows) {
        Figures figures = new Figures(3 << 20, 1 << 20, rows, Double.NaN, Double.NaN, Double.NaN);
        return MaintenanceItem.of(Kind.TABLE, "crypto_prices", "crypto_prices", figures, "", List.of());
    }

    @Test
    void aNumberOfRowsIsMarkedAsTheEstimateThatItIs() {
        Screen.run(() -> {
            TableView<MaintenanceItem> table =
                    new TableView<>(FXCollections.observableArrayList(table(10_692_000), table(Double.NaN)));
            table.getColumns().setAll(MaintenanceColumns.of(MaintenanceGroup.TABLES));
            assertThat(TableText.of(table).lines())
                    .satisfiesExactly(
                            heads -> assertThat(heads).contains("\tRows\t"),
                            row -> assertThat(row).contains("\t3.0 MB\t1.0 MB\t≈ 10,692,000\t"),
                            row -> assertThat(row).contains("\t3.0 MB\t1.0 MB\t–\t"));
        });
    }
}
