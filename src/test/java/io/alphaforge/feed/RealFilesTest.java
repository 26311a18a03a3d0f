package io.alphaforge.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real files of exchanges and archives, where they are at hand; they are no part of the project. */
final class RealFilesTest {
    private static final Path DATA = Path.of("../shared/data");

    private final Importing importing = new Importing(DATA);

    @AfterEach
    void end() {
        importing.close();
    }

    @BeforeEach
    void needsData() {
        assumeTrue(Files.isDirectory(DATA), "Skipped, because " + DATA + " is absent.");
    }

    @ParameterizedTest
    @CsvSource({
        "hourly/BTCUSDT.csv,archive,BTCUSDT 1h,55779,32,0,0",
        "hourly/DOGEUSDT.csv,archive,DOGEUSDT 1h,55779,32,0,0",
        "hourly/ETHUSDT.csv,archive,ETHUSDT 1h,55779,32,0,0",
        "hourly/SOLUSDT.csv,archive,SOLUSDT 1h,50433,20,0,0",
        "hourly-spot/1INCHUSDT_1h.csv,archive,1INCHUSDT 1h,23988,12,0,0",
        "hourly-spot/AKROUSDT_1h.csv,archive,AKROUSDT 1h,23988,12,0,0",
        "hourly-spot/ATMUSDT_1h.csv,archive,ATMUSDT 1h,23988,12,0,0",
        "hourly-spot/BALUSDT_1h.csv,archive,BALUSDT 1h,23988,12,0,0",
        "hourly-spot/BATUSDT_1h.csv,archive,BATUSDT 1h,23988,12,0,0",
        "hourly-spot/BNTUSDT_1h.csv,archive,BNTUSDT 1h,23988,12,0,0",
        "hourly-spot/BNXUSDT_1h.csv,archive,BNXUSDT 1h,18725,150,0,0",
        "hourly-spot/BUSDUSDT_1h.csv,archive,BUSDUSDT 1h,23612,12,0,0",
        "hourly-spot/CHESSUSDT_1h.csv,archive,CHESSUSDT 1h,19191,1,0,0",
        "hourly-spot/CHZUSDT_1h.csv,archive,CHZUSDT 1h,23988,12,0,0",
        "hourly-spot/CTKUSDT_1h.csv,archive,CTKUSDT 1h,23988,12,0,0",
        "hourly-spot/CTXCUSDT_1h.csv,archive,CTXCUSDT 1h,23988,12,0,0",
        "hourly-spot/DARUSDT_1h.csv,archive,DARUSDT 1h,18877,1,0,0",
        "hourly-spot/DGBUSDT_1h.csv,archive,DGBUSDT 1h,23988,12,0,0",
        "resampled/1d/BTCUSDT.csv,archive,BTCUSDT 1d,2326,0,0,0",
        "resampled/1d/DOGEUSDT.csv,archive,DOGEUSDT 1d,2326,0,0,0",
        "resampled/1d/ETHUSDT.csv,archive,ETHUSDT 1d,2326,0,0,0",
        "resampled/1d/SOLUSDT.csv,archive,SOLUSDT 1d,2103,0,0,0",
        "resampled/4h/BTCUSDT.csv,archive,BTCUSDT 4h,13952,1,0,0",
        "resampled/4h/DOGEUSDT.csv,archive,DOGEUSDT 4h,13952,1,0,0",
        "resampled/4h/ETHUSDT.csv,archive,ETHUSDT 4h,13952,1,0,0",
        "resampled/4h/SOLUSDT.csv,archive,SOLUSDT 4h,12614,0,0,0",
        "perp/1h/ADAUSDT.csv,archive,ADAUSDT 1h,4500,0,0,0",
        "perp/1h/BTCUSDT.csv,archive,BTCUSDT 1h,4500,0,0,0",
        "perp/1h/DOGEUSDT.csv,archive,DOGEUSDT 1h,4500,0,0,0",
        "perp/1h/ETHUSDT.csv,archive,ETHUSDT 1h,4500,0,0,0",
        "perp/1h/SOLUSDT.csv,archive,SOLUSDT 1h,4500,0,0,0",
        "layouts/binance_noheader_ms_us/BTCUSDT-1h-2024-12.csv,binance,BTCUSDT 1h,744,0,0,0",
        "layouts/binance_noheader_ms_us/BTCUSDT-1h-2025-01.csv,binance,BTCUSDT 1h,744,0,0,0",
        "layouts/binance_header_ms/BTCUSDT-1h-2023-01.csv,binance,BTCUSDT 1h,744,0,0,0",
        "layouts/binance_header_ms/BTCUSDT-1h-2023-03.csv,binance,BTCUSDT 1h,743,1,0,0",
        "layouts/binance_futures_5m/BTCUSDT-5m-2025-01.csv,binance,BTCUSDT 5m,8928,0,0,0",
        "layouts/kraken_ohlcvt/ADAUSD_1440.csv,kraken,ADAUSD 1d,916,0,0,0",
        "layouts/kraken_ohlcvt/STORJUSD_60.csv,kraken,STORJUSD 1h,1508,351,0,0",
        "layouts/kraken_ohlcvt/XBTUSD_1440.csv,kraken,BTCUSD 1d,2722,12,0,0",
        "layouts/cdd/Binance_BNBUSDT_1h.csv,cryptodatadownload,BNBUSDT 1h,7478,12,0,0",
        "layouts/cdd/Bitstamp_BTCUSD_d.csv,cryptodatadownload,BTCUSD 1d,2823,0,0,0",
        "layouts/cdd/ETHUSDT_Binance_futures_data_day.csv,cryptodatadownload,ETHUSDT 1d,400,0,0,0",
        "layouts/cdd/Gdax_ETHUSD_1h.csv,cryptodatadownload,ETHUSD 1h,11029,0,0,0",
        "layouts/cdd_mixed_epoch/Binance_BTCUSDT_d.csv,cryptodatadownload,BTCUSDT 1d,1395,0,1,0",
        "layouts/coinbase_json/Coinbase-BTC-USD-PT1D-20230616_20231011.json,coinbase-json,BTCUSD 1d,118,0,0,0",
        "layouts/coinbase_json/Coinbase-ETH-USD-PT4H-20160518_20251028.json,coinbase-json,ETHUSD 4h,20675,26,0,0",
        "layouts/coinbase_tlhocv/Historical_ltc-usd_data_day_step_04142018_6pm_GTC-5_to_04142016_6pm_GTC-5.txt,coinbase,LTCUSD 1d,607,1,168,0",
        "layouts/freqtrade_json/UNITTEST_BTC-30m.json,freqtrade,UNITTESTBTC 30m,1920,0,0,0",
        "layouts/freqtrade_json/UNITTEST_BTC-5m.json,freqtrade,UNITTESTBTC 5m,5760,0,0,0",
        "layouts/lean_zip/btcusd_trade.zip,lean,BTCUSD 1d,1318,34,0,0",
        "layouts/yahoo/BTC-USD.csv,yahoo,BTCUSD 1d,3075,3,0,3",
        "layouts/coinmarketcap/coin_Litecoin.csv,coinmarketcap,LTCUSD 1d,2991,0,0,0",
        "layouts/coinmarketcap/coin_Monero.csv,coinmarketcap,XMRUSD 1d,2602,1,0,0",
        "layouts/backtestingpy/GOOG.csv,dataframe,GOOG 1d,2148,969,0,0",
        "layouts/backtestingpy/EURUSD.csv,dataframe,EURUSD 1h,5000,2063,0,0",
        "layouts/backtestingpy/BTCUSD.csv,dataframe,BTCUSD 1M,156,0,0,0"
    })
    void everyFileIsReadAsWhatItIs(
            String file, String layout, String series, long bars, long missing, long duplicates, long rejected) {
        var report = importing.imported(DATA.resolve(file));
        assertThat(report.layout().code()).isEqualTo(layout);
        assertThat(report.series()).hasToString(series);
        assertThat(report.bars()).isEqualTo(bars);
        assertThat(report.quality().missing()).isEqualTo(missing);
        assertThat(report.quality().duplicates()).isEqualTo(duplicates);
        assertThat(report.quality().rejected()).isEqualTo(rejected);
    }

    @ParameterizedTest
    @CsvSource({
        "layouts/bitfinex_1m_ochlv/merged.csv,bitfinex,ANYUSD 1m,18645",
        "layouts/coinbase_tlhocv/price_examples.csv,coinbase,ANYUSD 1d,730"
    })
    void filesThatDoNotTellTheirSymbolAreReadWithOne(String file, String layout, String series, long bars) {
        assertThat(importing.failure(DATA.resolve(file))).contains("give --symbol");
        var report = importing.imported(Importing.symbol("ANY/USD"), DATA.resolve(file));
        assertThat(report.layout().code()).isEqualTo(layout);
        assertThat(report.series()).hasToString(series);
        assertThat(report.bars()).isEqualTo(bars);
        assertThat(report.quality().rejected()).isZero();
    }

    @Test
    void fundingRatesAreToldApart() {
        assertThat(importing.run(ImportOptions.DEFAULT, DATA.resolve("perp/funding")))
                .hasSize(5)
                .allSatisfy(report ->
                        assertThat(((FileReport.Failed) report).reason()).endsWith("holds funding rates, not bars."));
    }

    @Test
    void theDailyArchiveIsImportedWholeButForOneRow() {
        var reports = importing.run(ImportOptions.DEFAULT, DATA.resolve("daily"));
        assertThat(reports).hasSize(244).allMatch(FileReport.Imported.class::isInstance);
        List<FileReport.Imported> imported =
                reports.stream().map(FileReport.Imported.class::cast).toList();
        assertThat(imported)
                .allSatisfy(report -> assertThat(report.series().interval()).hasToString("1d"));
        assertThat(imported.stream().mapToLong(FileReport.Imported::bars).sum()).isEqualTo(247_205);
        assertThat(imported.stream().mapToLong(r -> r.quality().duplicates()).sum())
                .isEqualTo(116);
        assertThat(imported.stream().flatMap(r -> r.rejections().stream()))
                .singleElement()
                .satisfies(rejection -> assertThat(rejection.toString()).endsWith("BCHUSDT.csv:2: the open is 0.0"));
        assertThat(imported.stream().filter(r -> r.bars() >= 1_000)).hasSize(116);
    }

    @Test
    void bothHalvesOfTheFileWithSwappedColumnsCountBitcoins() {
        importing.imported(DATA.resolve("layouts/cdd/Bitstamp_BTCUSD_d.csv"));
        // Counted in dollars, a usual day had millions.
        assertThat(Arrays.stream(importing.bars().volume().toArray()).max().orElseThrow())
                .isLessThan(200_000);
    }

    @Test
    void volumesInDollarsBecomeCoins() {
        importing.imported(DATA.resolve("layouts/yahoo/BTC-USD.csv"));
        assertThat(Importing.bar(importing.bars(), 0)).startsWith("2014-09-17T00:00:00Z 465.864014");
        assertThat(importing.bars().volume().get(0)).isBetween(46_042.0, 46_043.0);
        importing.imported(DATA.resolve("layouts/coinmarketcap/coin_Monero.csv"));
        assertThat(Importing.time(importing.bars().firstTime())).isEqualTo("2014-05-22T00:00:00Z");
        assertThat(importing.bars().volume().get(0)).isBetween(63_427.0, 63_428.0);
    }
}
