package io.alphaforge.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.ui.kit.TableFixture.Coin;
import io.alphaforge.ui.kit.TableFixture.Kept;
import io.alphaforge.ui.scripted.Screen;
import java.util.List;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TableMemoryTest {
    private final Kept preferences = new Kept();

    @BeforeAll
    static void toolkit() {
        Screen.start();
    }

    @Test
    void aTableComesBackAsItWasLeft() {
        Screen.run(() -> {
            TableView<Coin> first = TableFixture.table();
            TableMemory.of(first, preferences, "coins");
            TableColumn<Coin, ?> quality = TableFixture.column(first, "quality");
            first.getColumns().remove(quality);
            first.getColumns().add(1, quality);
            TableFixture.column(first, "volume").setVisible(false);
            TableFixture.column(first, "price").setPrefWidth(171);
            TableColumn<Coin, ?> change = TableFixture.column(first, "change");
            change.setSortType(SortType.ASCENDING);
            first.getSortOrder().setAll(List.of(change));

            TableView<Coin> second = TableFixture.table();
            TableMemory.of(second, preferences, "coins");
            assertThat(ids(second)).containsExactly("symbol", "quality", "price", "change", "volume", "closes");
            assertThat(TableFixture.column(second, "volume").isVisible()).isFalse();
            assertThat(TableFixture.column(second, "price").getWidth()).isEqualTo(171);
            assertThat(second.getSortOrder()).containsExactly(TableFixture.column(second, "change"));
            assertThat(TableFixture.column(second, "change").getSortType()).isEqualTo(SortType.ASCENDING);
        });
    }

    @Test
    void takingTheSortAwayIsRememberedToo() {
        Screen.run(() -> {
            TableView<Coin> first = sorted();
            TableMemory.of(first, preferences, "coins");
            first.getSortOrder().clear();
            TableView<Coin> second = sorted();
            TableMemory.of(second, preferences, "coins");
            assertThat(second.getSortOrder()).isEmpty();
        });
    }

    @Test
    void resetGoesBackToTheArrangementOfAFirstStartAndForgetsTheOther() {
        Screen.run(() -> {
            TableView<Coin> table = sorted();
            TableFixture.column(table, "closes").setVisible(false);
            List<String> before = ids(table);
            TableMemory<Coin> memory = TableMemory.of(table, preferences, "coins");
            table.getColumns().add(table.getColumns().removeFirst());
            TableFixture.column(table, "closes").setVisible(true);
            table.resizeColumn(TableFixture.column(table, "price"), 50);
            table.getSortOrder().clear();
            assertThat(TableFixture.column(table, "price").getWidth()).isEqualTo(180);
            memory.reset();
            assertThat(ids(table)).isEqualTo(before);
            assertThat(TableFixture.column(table, "closes").isVisible()).isFalse();
            assertThat(TableFixture.column(table, "price").getWidth()).isEqualTo(130);
            assertThat(table.getSortOrder()).containsExactly(TableFixture.column(table, "price"));
            assertThat(preferences.list("coins.columns")).isEmpty();
            assertThat(preferences.list("coins.sort")).isEmpty();
        });
    }

    @Test
    void columnsThatAreNewAppearAndUnknownOrDamagedEntriesAreLeftOut() {
        preferences.putList(
                "coins.columns", List.of("volume 90 shown", "gone 80 shown", "symbol wide hidden", "price", ""));
        preferences.putList("coins.sort", List.of("gone up", "change"));
        Screen.run(() -> {
            TableView<Coin> table = sorted();
            TableMemory.of(table, preferences, "coins");
            assertThat(ids(table))
                    .containsExactlyInAnyOrder("symbol", "price", "change", "volume", "closes", "quality");
            assertThat(TableFixture.column(table, "symbol").isVisible()).isFalse();
            assertThat(TableFixture.column(table, "symbol").getWidth()).isEqualTo(120);
            assertThat(table.getSortOrder()).containsExactly(TableFixture.column(table, "price"));
        });
    }

    private static TableView<Coin> sorted() {
        TableView<Coin> table = TableFixture.table();
        table.getSortOrder().setAll(List.of(TableFixture.column(table, "price")));
        return table;
    }

    private static List<String> ids(TableView<Coin> table) {
        return table.getColumns().stream().map(TableColumn::getId).toList();
    }
}
