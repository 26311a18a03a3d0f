package io.alphaforge.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class UniverseTest {
    @Test
    void readsWhatUsersWrite() {
        assertThat(Universe.parse("ALL")).isEqualTo(new Universe.All());
        assertThat(Universe.parse("top:10")).isEqualTo(new Universe.Top(10));
        assertThat(Universe.parse("Bars: 500")).isEqualTo(new Universe.AtLeastBars(500));
        assertThat(Universe.parse("btc/usdt, ETH-USDT,XBTUSD"))
                .isEqualTo(new Universe.Listed(List.of("BTCUSDT", "ETHUSDT", "BTCUSD")));
    }

    @Test
    void refusesWhatItCannotRead() {
        assertThatThrownBy(() -> Universe.parse("top:none")).hasMessageContaining("top:N with a whole number");
        assertThatThrownBy(() -> Universe.parse("top:0")).hasMessageContaining("top:1 or more");
        assertThatThrownBy(() -> Universe.parse("bars:many")).hasMessageContaining("bars:N with a whole number");
        assertThatThrownBy(() -> Universe.parse("bars:0")).hasMessageContaining("bars:1 or more");
        assertThatThrownBy(() -> Universe.parse(" , ")).hasMessageContaining("universe is empty");
        assertThatThrownBy(() -> Universe.parse("BTC$")).hasMessageContaining("'BTC$' is not a symbol");
    }

    @Test
    void writesWhatItReads() {
        for (String text : List.of("all", "top:3", "bars:500", "AUSDT,BUSDT")) {
            assertThat(Universe.parse(text).text()).isEqualTo(text);
        }
    }
}
