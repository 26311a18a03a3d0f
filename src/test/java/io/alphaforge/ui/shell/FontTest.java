package io.alphaforge.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.ui.scripted.Screen;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FontTest {
    @BeforeAll
    static void toolkit() {
        Screen.start();
    }

    @ParameterizedTest
    @EnumSource(
            value = FontWeight.class,
            names = {"NORMAL", "BOLD"})
    void allDigitsAreEquallyWideSoThatFiguresAlign(FontWeight weight) {
        Font font = Screen.call(() -> Font.font("Inter Figures", weight, 100));
        assertThat(font.getFamily()).isEqualTo("Inter Figures");
        double zero = width(font, "00");
        for (int digit = 1; digit < 10; digit++) {
            String pair = "" + digit + digit;
            assertThat(width(font, pair)).as(pair).isEqualTo(zero);
        }
    }

    private static double width(Font font, String text) {
        return Screen.call(() -> {
            Text node = new Text(text);
            node.setFont(font);
            return node.getLayoutBounds().getWidth();
        });
    }
}
