package io.alphaforge.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.market.Interval;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every layout in small files with made-up numbers: three bars each, of which the second is looked at. */
final class LayoutsTest {
    @TempDir
    private Path directory;

    private void expect(String name, String content, Layout layout, String series, String secondBar) {
        expect(name, content, ImportOptions.DEFAULT, layout, series, secondBar);
    }

    private void expect(
            String name, String content, ImportOptions options, Layout layout, String series, String secondBar) {
        try (var importing = new Importing(directory)) {
            var report = importing.imported(options, importing.file(name, content));
            assertThat(report.layout()).isEqualTo(layout);
            assertThat(report.series()).hasToString(series);
            assertThat(report.bars()).isEqualTo(3);
            assertThat(report.rejections()).isEmpty();
            assertThat(Importing.bar(importing.bars(), 1)).isEqualTo(secondBar);
        }
    }

    @Test
    void namedColumnsMayComeInAnyOrderWithOthersBetweenThem() {
        expect("KOMAUSDT.csv", """
                close,Turnover,HIGH,date,low,timestamp,Open,volume
                10.5,52,11,2024-01-01,9,1704067200000,10,5
                11.5,58,12,2024-01-02,10,1704153600000,11,6
                12.5,64,13,2024-01-03,11,1704240000000,12,7
                """, Layout.ARCHIVE, "KOMAUSDT 1d", "2024-01-02T00:00:00Z 11.0 12.0 10.0 11.5 6.0");
    }

    @ParameterizedTest
    @CsvSource({
        "datetime,2024-01-01 00:00:00+00:00,2024-01-01 01:00:00+00:00,2024-01-01 02:00:00+00:00",
        "date,2024-01-01 00:00:00,2024-01-01 01:00:00,2024-01-01 02:00:00",
        "time,2024-01-01T05:30:00+05:30,2024-01-01T06:30:00+05:30,2024-01-01T07:30:00+05:30",
        "open_time,1704067200000000,1704070800000000,1704074400000000",
        "unix,1704067200.0,1704070800.0,1704074400.0",
        "timestamp,1704067200000000000,1704070800000,1704074400"
    })
    void timesMayBeWrittenInManyWays(String column, String first, String second, String third) {
        expect(
                "x.csv",
                """
                %s,open,high,low,close,volume,ticker
                %s,10,11,9,10.5,5,LARAUSDT
                %s,11,12,10,11.5,6,LARAUSDT
                %s,12,13,11,12.5,7,LARAUSDT
                """.formatted(column, first, second, third),
                Layout.ARCHIVE,
                "LARAUSDT 1h",
                "2024-01-01T01:00:00Z 11.0 12.0 10.0 11.5 6.0");
    }

    @Test
    void semicolonsAndTabsSeparateToo() {
        String rows = """
                time;open;high;low;close;volume
                2024-01-01;10;11;9;10.5;5
                2024-01-02;11;12;10;11.5;6
                2024-01-03;12;13;11;12.5;7
                """;
        expect("A-EUR.csv", rows, Layout.ARCHIVE, "AEUR 1d", "2024-01-02T00:00:00Z 11.0 12.0 10.0 11.5 6.0");
        expect(
                "B-EUR.txt",
                rows.replace(';', '\t'),
                Layout.ARCHIVE,
                "BEUR 1d",
                "2024-01-02T00:00:00Z 11.0 12.0 10.0 11.5 6.0");
    }

    @Test
    void dateAndTimeOfDayMayBeTwoColumns() {
        expect("A-EUR.csv", """
                <DATE>	<TIME>	<OPEN>	<HIGH>	<LOW>	<CLOSE>	<TICKVOL>	<VOL>	<SPREAD>
                2024.01.01	00:00:00	10	11	9	10.5	1	5	0
                2024.01.01	01:00:00	11	12	10	11.5	1	6	0
                2024.01.01	02:00:00	12	13	11	12.5	1	7	0
                """, Layout.ARCHIVE, "AEUR 1h", "2024-01-01T01:00:00Z 11.0 12.0 10.0 11.5 6.0");
        expect("B-EUR.csv", """
                2024.01.01,00:00,10,11,9,10.5,5
                2024.01.01,01:00,11,12,10,11.5,6
                2024.01.01,02:00,12,13,11,12.5,7
                """, Layout.ARCHIVE, "BEUR 1h", "2024-01-01T01:00:00Z 11.0 12.0 10.0 11.5 6.0");
        expect("C-EUR.csv", """
                unix,date,time,open,high,low,close,volume
                1704067200,2024-01-01,08:00,10,11,9,10.5,5
                1704070800,2024-01-01,09:00,11,12,10,11.5,6
                1704074400,2024-01-01,10:00,12,13,11,12.5,7
                """, Layout.ARCHIVE, "CEUR 1h", "2024-01-01T01:00:00Z 11.0 12.0 10.0 11.5 6.0");
    }

    @Test
    void theLineInWhichASpreadsheetNamesItsSeparatorIsNoData() {
        expect("A-EUR.csv", """
                sep=;
                time;open;high;low;close;volume
                2024-01-01;10;11;9;10.5;5
                2024-01-02;11;12;10;11.5;6
                2024-01-03;12;13;11;12.5;7
                """, Layout.ARCHIVE, "AEUR 1d", "2024-01-02T00:00:00Z 11.0 12.0 10.0 11.5 6.0");
    }

    @Test
    void jsonMayHoldOneCandleALine() {
        expect("A-EUR.json", """
                {"time":1704067200,"open":10,"high":11,"low":9,"close":10.5,"volume":5}
                {"time":1704153600,"open":11,"high":12,"low":10,"close":11.5,"volume":6}
                {"time":1704240000,"open":12,"high":13,"low":11,"close":12.5,"volume":7}
                """, Layout.COINBASE_JSON, "AEUR 1d", "2024-01-02T00:00:00Z 11.0 12.0 10.0 11.5 6.0");
        expect("A-EUR.json", """
                [1704067200000,10,11,9,10.5,5]
                [1704153600000,11,12,10,11.5,6]
                [1704240000000,12,13,11,12.5,7]
                """, Layout.FREQTRADE, "AEUR 1d", "2024-01-02T00:00:00Z 11.0 12.0 10.0 11.5 6.0");
    }

    @Test
    void scientificNotationIsRead() {
        expect(
                "TINYUSDT.csv",
                """
                time,open,high,low,close,volume
                1704067200,1e-05,1.1E-5,9e-06,1.05e-05,5e3
                1704153600,1.1e-05,1.2E-5,1e-05,1.15e-05,6e3
                1704240000,1.2e-05,1.3E-5,1.1e-05,1.25e-05,7e3
                """,
                Layout.ARCHIVE,
                "TINYUSDT 1d",
                "2024-01-02T00:00:00Z 1.1E-5 1.2E-5 1.0E-5 1.15E-5 6000.0");
    }

    @Test
    void binanceDumpsHaveNoHeaderAndTwoUnits() {
        expect(
                "MUNAUSDT-1h-2025-01.csv",
                """
                1735682400000,10,11,9,10.5,5,1735685999999,52,3,2,20,0
                1735686000000,11,12,10,11.5,6,1735689599999,58,3,2,20,0
                1735689600000000,12,13,11,12.5,7,1735693199999999,64,3,2,20,0
                """,
                Layout.BINANCE,
                "MUNAUSDT 1h",
                "2024-12-31T23:00:00Z 11.0 12.0 10.0 11.5 6.0");
    }

    @Test
    void binanceDumpsMayHaveAHeader() {
        expect(
                "MUNAUSDT-5m-2025-01.csv",
                """
                open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,taker_buy_quote_volume,ignore
                1735689600000,10,11,9,10.5,5,1735689899999,52,3,2,20,0
                1735689900000,11,12,10,11.5,6,1735690199999,58,3,2,20,0
                1735690200000,12,13,11,12.5,7,1735690499999,64,3,2,20,0
                """,
                Layout.BINANCE,
                "MUNAUSDT 5m",
                "2025-01-01T00:05:00Z 11.0 12.0 10.0 11.5 6.0");
    }

    @Test
    void krakenNamesPairAndMinutesInTheFileName() {
        expect("XBTUSD_60.csv", """
                1704067200,10,11,9,10.5,5,3
                1704078000,11,12,10,11.5,6,3
                1704096000,12,13,11,12.5,7,3
                """, Layout.KRAKEN, "BTCUSD 1h", "2024-01-01T03:00:00Z 11.0 12.0 10.0 11.5 6.0");
    }

    @Test
    void cryptoDataDownloadHasABannerAndTheNewestFirstInMixedUnits() {
        expect(
                "Any_d.csv",
                """
                https://www.example.com
                unix,date,symbol,open,high,low,close,Volume KEB,Volume USD,tradecount
                1704240000000,2024-01-03 00:00:00,KEB/USD,12,13,11,12.5,7,87.5,9
                1704153600.0,2024-01-02,KEB/USD,11,12,10,11.5,6,69,NULL
                1704067200,2024-01-01,KEB/USD,10,11,9,10.5,5,52.5,NULL
                """,
                Layout.CRYPTO_DATA_DOWNLOAD,
                "KEBUSD 1d",
                "2024-01-02T00:00:00Z 11.0 12.0 10.0 11.5 6.0");
    }

    @Test
    void cryptoDataDownloadRowsWithSwappedVolumesAreSetRight() {
        expect(
                "Any_d.csv",
                """
                unix,date,symbol,open,high,low,close,Volume KEB,Volume USD
                1704240000,2024-01-03,KEB/USD,12,13,11,12.5,7,87.5
                1704153600,2024-01-02,KEB/USD,11,12,10,11.5,69.5,6
                1704067200,2024-01-01,KEB/USD,10,11,9,10.5,5,52.5
                """,
                Layout.CRYPTO_DATA_DOWNLOAD,
                "KEBUSD 1d",
                "2024-01-02T00:00:00Z 11.0 12.0 10.0 11.5 6.0");
    }

    @Test
    void cryptoDataDownloadHadHoursOfTheHalfDay() {
        expect(
                "Gdax_KEBUSD_1h.csv",
                """
                Date,Symbol,Open,High,Low,Close,Volume From,Volume To
                2018-10-03 01-PM,KEBUSD,12,13,11,12.5,7,87.5
                2018-10-03 12-PM,KEBUSD,11,12,10,11.5,6,69
                2018-10-03 11-AM,KEBUSD,10,11,9,10.5,5,52.5
                """,
                Layout.CRYPTO_DATA_DOWNLOAD,
                "KEBUSD 1h",
                "2018-10-03T12:00:00Z 11.0 12.0 10.0 11.5 6.0");
    }

    @Test
    void coinbaseJsonHoldsObjects() {
        expect(
                "Coinbase-NEB-USD-PT4H-20240101_20240102.json",
                """
                {"candles": [
                  {"start": "1704096000", "low": "11", "high": "13", "open": "12", "close": "12.5", "volume": "7"},
                  {"start": "1704067200", "low": "9", "high": "11", "open": "10", "close": "10.5", "volume": "5"},
                  {"start": "1704081600", "low": "10", "high": "12", "open": "11", "close": "11.5", "volume": "6"}
                ]}
                """,
                Layout.COINBASE_JSON,
                "NEBUSD 4h",
                "2024-01-01T04:00:00Z 11.0 12.0 10.0 11.5 6.0");
    }

    @Test
    void coinbaseCsvMayHaveAnIndexAndDoubledCarriageReturns() {
        String rows = """
                time,low,high,open,close,volume
                1704067200,9,11,10,10.5,5
                1704153600,10,12,11,11.5,6
                1704240000,11,13,12,12.5,7
                """;
        String bar = "2024-01-02T00:00:00Z 11.0 12.0 10.0 11.5 6.0";
        expect("Historical_neb-usd_data.txt", rows.replace("\n", "\r\r\n"), Layout.COINBASE, "NEBUSD 1d", bar);
        String indexed = rows.replace("time", ",time")
                .replace("17040", "0,17040")
                .replace("17041", "1,17041")
                .replace("17042", "2,17042");
        expect("examples.csv", indexed, Importing.symbol("neb/usd"), Layout.COINBASE, "NEBUSD 1d", bar);
    }

    @Test
    void freqtradeJsonHoldsArrays() {
        expect(
                "UNITTEST_BTC-30m.json",
                """
                [[1704067200000, 10, 11, 9, 10.5, 5], [1704069000000, 11, 12, 10, 11.5, 6],
                 [1704070800000, 12, 13, 11, 12.5, 7]]
                """,
                Layout.FREQTRADE,
                "UNITTESTBTC 30m",
                "2024-01-01T00:30:00Z 11.0 12.0 10.0 11.5 6.0");
    }

    @Test
    void bitfinexOrderIsToldFromThePrices() {
        expect(
                "merged.csv",
                """
                1704067200000,10,10,10,10,5
                1704067260000,11,11.5,12,10,6
                1704067320000,12,12.5,13,11,7
                """,
                Importing.symbol("NEBUSD"),
                Layout.BITFINEX,
                "NEBUSD 1m",
                "2024-01-01T00:01:00Z 11.0 12.0 10.0 11.5 6.0");
    }

    @Test
    void leanWritesCompactDates() {
        expect("nebusd.csv", """
                20240101 00:00,10,11,9,10.5,5
                20240102 00:00,11,12,10,11.5,6
                20240103 00:00,12,13,11,12.5,7
                """, Layout.LEAN, "NEBUSD 1d", "2024-01-02T00:00:00Z 11.0 12.0 10.0 11.5 6.0");
    }

    @Test
    void yahooCountsThePairsVolumeInItsQuoteCurrencyAndTheStocksInShares() {
        String rows = """
                Date,Open,High,Low,Close,Adj Close,Volume
                2024-01-01,10,11,9,10,10,50
                2024-01-02,11,12,10,11,10.9,66
                2024-01-03,12,13,11,12,12,84
                """;
        expect("NEB-USD.csv", rows, Layout.YAHOO, "NEBUSD 1d", "2024-01-02T00:00:00Z 11.0 12.0 10.0 11.0 6.0");
        expect("METH.csv", rows, Layout.YAHOO, "METH 1d", "2024-01-02T00:00:00Z 11.0 12.0 10.0 11.0 66.0");
    }

    @Test
    void coinMarketCapNamesTheCoinTheDaysEndAndVolumeInDollars() {
        expect(
                "coin_Nebula.csv",
                """
                SNo,Name,Symbol,Date,High,Low,Open,Close,Volume,Marketcap
                1,Nebula,NEB,2024-01-01 23:59:59,11,9,10,10,50,1000
                2,Nebula,NEB,2024-01-02 23:59:59,12,10,11,11,66,1000
                3,Nebula,NEB,2024-01-03 23:59:59,13,11,12,12,84,1000
                """,
                Layout.COIN_MARKET_CAP,
                "NEBUSD 1d",
                "2024-01-02T00:00:00Z 11.0 12.0 10.0 11.0 6.0");
    }

    @Test
    void aDataFrameMayNameMonthsByTheirLastDay() {
        expect("NEBUSD.csv", """
                ,Open,High,Low,Close,Volume
                2024-01-31,10,11,9,10.5,5
                2024-02-29,11,12,10,11.5,6
                2024-03-31,12,13,11,12.5,7
                """, Layout.DATA_FRAME, "NEBUSD 1M", "2024-02-01T00:00:00Z 11.0 12.0 10.0 11.5 6.0");
    }

    @Test
    void aVolumeInTheQuoteAssetOnlyIsConverted() {
        expect("NEBUSD.csv", """
                time,open,high,low,close,quote_volume
                2024-01-01,10,11,9,10,50
                2024-01-02,11,12,10,11,66
                2024-01-03,12,13,11,12,84
                """, Layout.ARCHIVE, "NEBUSD 1d", "2024-01-02T00:00:00Z 11.0 12.0 10.0 11.0 6.0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "volume,volume_ma,volume_delta|6,1000,500|6.0",
                "volume_ma,volume_delta,volume|1000,500,6|6.0",
                "volume,Volume NEB,Volume USD|6,7,8|6.0",
                "volume_buy_count,volume_usd,x|7,66,1|6.0",
                "volume_ma,volume_delta,turnover|1000,500,66|6.0",
                "Volume USD,x,y|66,1,1|6.0",
                "Volume NEB,x,y|6,1,1|6.0",
                "Volume_(NEB),Volume_(Currency),Weighted_Price|6,66,11|6.0"
            })
    void theVolumeIsTheColumnThatSaysSo(String columns, String values, String volume) {
        for (String name : new String[] {"NEBUSD.csv", "symbols.csv"}) {
            String symbol = name.equals("NEBUSD.csv") ? "z" : "symbol";
            String text = "time,%s,open,high,low,close,%s\n".formatted(symbol, columns);
            for (int day = 1; day <= 3; day++) {
                text += "2024-01-0%d,NEB/USD,11,12,10,11,%s\n".formatted(day, values);
            }
            try (var importing = new Importing(directory)) {
                importing.imported(importing.file(name, text));
                assertThat(Importing.bar(importing.bars(), 1))
                        .as(name)
                        .isEqualTo("2024-01-02T00:00:00Z 11.0 12.0 10.0 11.0 " + volume);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"EURGBP.csv,Volume GBP,6.0", "ETHBTC.csv,Volume BTC,6.0", "USDTEUR.csv,Volume USDT,66.0"})
    void aVolumeNamedForTheQuoteAssetIsConverted(String name, String column, String volume) {
        String text = """
                time,open,high,low,close,%s
                2024-01-01,10,11,9,10,50
                2024-01-02,11,12,10,11,66
                2024-01-03,12,13,11,12,84
                """.formatted(column);
        String series = name.replace(".csv", " 1d");
        expect(name, text, Layout.ARCHIVE, series, "2024-01-02T00:00:00Z 11.0 12.0 10.0 11.0 " + volume);
    }

    @ParameterizedTest
    @CsvSource({
        "'',0.0",
        "', \"quoteVolume\": 66',6.0",
        "', \"volume\": 6, \"quoteVolume\": 99',6.0",
        "', \"volumeUSD\": 66',6.0"
    })
    void jsonObjectsNeedNoVolumeInTheBaseAsset(String volume, String expected) {
        String row = "{\"time\": %d, \"open\": 11, \"high\": 12, \"low\": 10, \"close\": 11%s}";
        expect(
                "NEBUSD.json",
                "[" + row.formatted(1704067200, volume) + "," + row.formatted(1704153600, volume) + ","
                        + row.formatted(1704240000, volume) + "]",
                Layout.COINBASE_JSON,
                "NEBUSD 1d",
                "2024-01-02T00:00:00Z 11.0 12.0 10.0 11.0 " + expected);
    }

    @Test
    void aLayoutMayBeInsistedOn() {
        expect(
                "NEB-USD.csv",
                """
                Date,Open,High,Low,Close,Volume
                2024-01-01,10,11,9,10,50
                2024-01-02,11,12,10,11,66
                2024-01-03,12,13,11,12,84
                """,
                new ImportOptions(Layout.YAHOO, null, ".X", Interval.D1, false, false),
                Layout.YAHOO,
                "NEBUSD.X 1d",
                "2024-01-02T00:00:00Z 11.0 12.0 10.0 11.0 6.0");
    }

    @Test
    void dailyBarsThatOpenInTheEveningKeepTheirTimes() {
        expect("NEBUSD.csv", """
                time,open,high,low,close,volume
                2024-01-01 18:00,10,11,9,10.5,5
                2024-01-02 18:00,11,12,10,11.5,6
                2024-01-03 18:00,12,13,11,12.5,7
                """, Layout.ARCHIVE, "NEBUSD 1d", "2024-01-02T18:00:00Z 11.0 12.0 10.0 11.5 6.0");
    }
}
