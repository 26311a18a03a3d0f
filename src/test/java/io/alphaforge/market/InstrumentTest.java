package io.alphaforge.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstrumentTest {

    @ParameterizedTest
    @CsvSource({
        "BTC/USDT, BTCUSDT, BTC, USDT",
        "btc-usdt, BTCUSDT, BTC, USDT",
        "BTC_USDT, BTCUSDT, BTC, USDT",
        "BTCUSDT, BTCUSDT, BTC, USDT",
        "XBTUSD, BTCUSD, BTC, USD",
        "XBT/EUR, BTCEUR, BTC, EUR",
        "ETHBTC, ETHBTC, ETH, BTC",
        "ETHXBT, ETHBTC, ETH, BTC",
        "1000BONKUSDT, 1000BONKUSDT, 1000BONK, USDT",
        "BTCUSDT.P, BTCUSDT.P, BTC, USDT",
        "BTC/USDT:USDT, BTCUSDT.P, BTC, USDT",
        "eth/usd:eth, ETHUSD.P, ETH, USD",
        "BTC/USDT:USDT-240329, BTCUSDT.240329, BTC, USDT",
        "BTC-USDT-SWAP, BTCUSDT.P, BTC, USDT",
        "BTCUSD_PERP, BTCUSD.P, BTC, USD",
        "BTC-PERPETUAL, BTC.P, BTC, ''",
        "BTCUSD_240329, BTCUSD.240329, BTC, USD",
        "BTC-29MAR24, BTC.29MAR24, BTC, ''",
        "PERP_USDT, PERPUSDT, PERP, USDT",
        "SWAP-USDT, SWAPUSDT, SWAP, USDT",
        "BINANCE:BTCUSDT, BTCUSDT, BTC, USDT",
        "BINANCE:ETHUSDT.P, ETHUSDT.P, ETH, USDT",
        "DOGE:USDT, DOGEUSDT, DOGE, USDT",
        "ETH:TUSD, ETHTUSD, ETH, TUSD",
        "KRW-BTC, BTCKRW, BTC, KRW",
        "KRW-DOGE, DOGEKRW, DOGE, KRW",
        "EUR-ETH, ETHEUR, ETH, EUR",
        "TUSD/BTC, TUSDBTC, TUSD, BTC",
        "BTC/ZAR, BTCZAR, BTC, ZAR",
        "EUR/USDT, EURUSDT, EUR, USDT",
        "GOOG, GOOG, GOOG, ''",
        "USDT, USDT, USDT, ''"
    })
    void readsAnyUsualSpelling(String text, String symbol, String base, String quote) {
        assertThat(Instrument.parse(text)).isEqualTo(new Instrument(symbol, base, quote));
    }

    @Test
    void suffixNamesAnotherMarketOfTheSamePair() {
        Instrument perpetual = Instrument.parse("BTC/USDT").withSuffix(".p");
        assertThat(perpetual).isEqualTo(new Instrument("BTCUSDT.P", "BTC", "USDT"));
        assertThat(Instrument.parse("BTCUSDT").withSuffix("P")).isEqualTo(perpetual);
        assertThat(perpetual.withSuffix(".P")).isEqualTo(perpetual);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "BTC;USDT", "../etc"})
    void textThatCannotBeASymbolIsRefused(String text) {
        assertThatThrownBy(() -> Instrument.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
