package io.alphaforge.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.market.Interval;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FileNamesTest {
    @ParameterizedTest
    @CsvSource({
        "BTCUSDT-1h-2025-01.csv,BTCUSDT,BTC,USDT,1h",
        "BTCUSDT_1h.csv,BTCUSDT,BTC,USDT,1h",
        "XBTUSD_1440.csv,BTCUSD,BTC,USD,1d",
        "UNITTEST_BTC-30m.json,UNITTESTBTC,UNITTEST,BTC,30m",
        "Coinbase-ETH-USD-PT4H-20160518_20251028.json,ETHUSD,ETH,USD,4h",
        "Historical_ltc-usd_data_day_step_04142018_6pm_GTC-5_to_04142016_6pm_GTC-5.txt,LTCUSD,LTC,USD,1d",
        "ETHUSDT_Binance_futures_data_day.csv,ETHUSDT,ETH,USDT,1d",
        "Gdax_ETHUSD_1h.csv,ETHUSD,ETH,USD,1h",
        "Bitstamp_BTCUSD_d.csv,BTCUSD,BTC,USD,1d",
        "btcusd_trade.zip,BTCUSD,BTC,USD,",
        "BTC-USD.csv.gz,BTCUSD,BTC,USD,",
        "GOOG.csv,GOOG,GOOG,'',",
        "1000SATSUSDT.csv,1000SATSUSDT,1000SATS,USDT,",
        "BNBUSD_1h.csv,BNBUSD,BNB,USD,1h",
        "PERP_USDT-1h.json,PERPUSDT,PERP,USDT,1h",
        "DATA_USDT-1h.json,DATAUSDT,DATA,USDT,1h",
        "BAR-USDT_1h.json,BARUSDT,BAR,USDT,1h",
        "STEP-USD.json,STEPUSD,STEP,USD,",
        "TRADE_USDT-1h.json,TRADEUSDT,TRADE,USDT,1h",
        "GTC_USDT-1h.json,GTCUSDT,GTC,USDT,1h",
        "UM_USDT-1h.json,UMUSDT,UM,USDT,1h",
        "PERP_BTC-1h.json,PERPBTC,PERP,BTC,1h",
        "binance_BTC_USDT_1h.json,BTCUSDT,BTC,USDT,1h",
        "BINANCE_ETH_USDT_1h.json,ETHUSDT,ETH,USDT,1h",
        "SPOT_BTC_USDT_1h.json,BTCUSDT,BTC,USDT,1h",
        "DATA_BTCUSDT_1h.json,BTCUSDT,BTC,USDT,1h",
        "USDC_USDT-1h.json,USDCUSDT,USDC,USDT,1h",
        "USDT_EUR-1h.json,USDTEUR,USDT,EUR,1h",
        "BTCUSDT.P_1h.json,BTCUSDT.P,BTC,USDT,1h",
        "btc-usdt.p.csv,BTCUSDT.P,BTC,USDT,",
        "'BINANCE_BTCUSDT.P, 60.json',BTCUSDT.P,BTC,USDT,",
        "BTC_USDT_USDT-1h-futures.json,BTCUSDT.P,BTC,USDT,1h",
        "BTCUSD_PERP-1h-2024-01.csv,BTCUSD.P,BTC,USD,1h",
        "BTC-USDT-SWAP_1h.json,BTCUSDT.P,BTC,USDT,1h",
        "PERP_USDT-PERP_1h.json,PERPUSDT.P,PERP,USDT,1h",
        "KRW-BTC_1d.csv,BTCKRW,BTC,KRW,1d",
        "BTCUSDT.PRICES.csv,BTCUSDT,BTC,USDT,",
        "Binance_entry_LTCUSDT.csv,LTCUSDT,LTC,USDT,",
        "seth-ETHUSDT-1h.csv,ETHUSDT,ETH,USDT,1h",
        "country_ADAUSDT.csv,ADAUSDT,ADA,USDT,",
        "telemetry_XRPUSDT.csv,XRPUSDT,XRP,USDT,",
        "elizabeth_SOLUSDT.csv,SOLUSDT,SOL,USDT,",
        "my_btc_usd_SOLUSDT.csv,SOLUSDT,SOL,USDT,",
        "export_BTC.csv,BTC,BTC,'',",
        "1INCH_USDT-1h.json,1INCHUSDT,1INCH,USDT,1h",
        "btc_USDT.csv,BTCUSDT,BTC,USDT,",
        "ethtry.csv,ETHTRY,ETH,TRY,",
        "poetry.csv,,,,",
        "BTCUSDT_ETHUSDT.csv,,,,",
        "foo_BTC.csv,,,,",
        "USDT_1h.csv,,,,1h",
        "prices-USD.csv,,,,",
        "KRAKEN_USD_1h.csv,,,,1h",
        "HISTORICAL_USDT.csv,,,,",
        "BTC.csv,BTC,BTC,'',",
        "merged.csv,,,,",
        "price_examples.csv,,,,",
        "data-2024-01-01.csv,,,,",
        "2024.csv,,,,"
    })
    void namesTellSymbolAndInterval(String name, String symbol, String base, String quote, String interval) {
        var instrument = FileNames.instrument(List.of(name));
        assertThat(instrument.map(i -> i.symbol()).orElse(null)).isEqualTo(symbol);
        assertThat(instrument.map(i -> i.base()).orElse(null)).isEqualTo(base);
        assertThat(instrument.map(i -> i.quote()).orElse(null)).isEqualTo(quote);
        assertThat(FileNames.interval(List.of(name)).map(Interval::code).orElse(null))
                .isEqualTo(interval);
    }
}
