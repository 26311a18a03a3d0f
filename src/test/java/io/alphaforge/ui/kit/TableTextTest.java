package io.alphaforge.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.ui.kit.TableFixture.Coin;
import io.alphaforge.ui.scripted.Screen;
import javafx.scene.Scene;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

class TableTextTest {
    private static final String HEAD = "Coin\tPrice\t24 h %\tVolume\tQuality\n";

    @BeforeAll
    static void toolkit() {
        Screen.start();
    }

    @Test
    void everyRowIsCopiedAsTheScreenShowsItWhereNoneIsSelected() {
        Screen.run(() -> assertThat(TableText.of(TableFixture.table()))
                .isEqualTo(HEAD
                        + "BTCUSDT\t64,250.50\t+1.25\t1.23 B\t99.5\n"
                        + "PEPEUSDT\t0.0000012345\t−0.40\t950.00\t71.0\n"
                        + "NEWUSDT\t1.5000\t–\t–\t–\n"));
    }

    @Test
    void selectedRowsAreCopiedInTheirOrderOnScreenAndHiddenColumnsAreNot() {
        Screen.run(() -> {
            TableView<Coin> table = TableFixture.table();
            table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
            table.getSelectionModel().selectIndices(2, 0);
            TableFixture.column(table, "quality").setVisible(false);
            TableFixture.column(table, "volume").setVisible(false);
            table.getColumns().add(table.getColumns().removeFirst());
            assertThat(TableText.of(table))
                    .isEqualTo("Price\t24 h %\tCoin\n64,250.50\t+1.25\tBTCUSDT\n1.5000\t–\tNEWUSDT\n");
        });
    }

    @Test
    void controlCPutsTheTextOnTheClipboard() {
        Stage stage = Screen.call(() -> {
            TableView<Coin> table = TableFixture.table();
            TableText.install(table);
            Stage shown = new Stage();
            shown.setScene(new Scene(table));
            shown.show();
            table.requestFocus();
            table.getSelectionModel().select(1);
            return shown;
        });
        new FxRobot().push(KeyCode.SHORTCUT, KeyCode.C);
        Screen.await(
                "the text",
                () -> (HEAD + "PEPEUSDT\t0.0000012345\t−0.40\t950.00\t71.0\n")
                        .equals(Clipboard.getSystemClipboard().getString()));
        Screen.run(stage::close);
    }
}
