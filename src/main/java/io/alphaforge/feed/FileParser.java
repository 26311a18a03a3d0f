package io.alphaforge.feed;

import io.alphaforge.market.Bars;
import io.alphaforge.market.Instrument;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Function;

/** Reads one text into the bars of one series. Safe for use by several threads. */
class FileParser {
    private static final int MOST_ROWS_EXPECTED = 4_000_000;

    private final ImportOptions options;
    private final long now;

    /** @param now bars that end later are not complete, UTC epoch milliseconds */
    FileParser(ImportOptions options, long now) {
        this.options = options;
        this.now = now;
    }

    /** @throws UnusableFileException when the file cannot be imported */
    ParsedFile parse(InputFile input) {
        try (InputStream in = new InterruptibleInputStream(input.content().open())) {
            return parse(input, TextHead.of(in));
        } catch (InterruptedIOException e) {
            throw new UnusableFileException("was not read to its end, because the import was stopped", e);
        } catch (IOException e) {
            throw Unpacking.unusable(e);
        }
    }

    private ParsedFile parse(InputFile input, TextHead head) throws IOException {
        Function<String, Optional<Instrument>> instruments = symbol -> guess(input, symbol);
        Recipe recipe = LayoutDetector.detect(head, instruments).forced(options.layout());
        var rejections = new Rejections(input.name());
        int expected = (int) Math.min(MOST_ROWS_EXPECTED, input.bytes() / Math.max(1, head.bytesPerLine()) + 1);
        var rows = new RawRows(recipe.json() ? 0 : expected);
        var sink = new RowSink(rows, rejections);
        Layout layout = recipe.layout();
        List<Role> roles = recipe.roles();
        boolean orderFromData = recipe.orderFromData();
        String key = "";
        String note = "";
        if (recipe.json()) {
            JsonRows.Found found = JsonRows.read(head.reader(), sink, instruments);
            layout = found.layout();
            roles = found.roles();
            orderFromData = layout == Layout.FREQTRADE;
            key = found.key();
        } else {
            sink.expect(roles);
            note = CsvRows.read(head.reader(), recipe, sink);
        }
        if (orderFromData) {
            layout = order(rows, recipe.json(), input);
        }
        requireWanted(layout, recipe);
        Instrument instrument = instrument(input, layout, sink.symbols(), key);
        requireMarket(key, instrument);
        VolumeRule rule = VolumeRule.of(layout, instrument, roles);
        var builder = new SeriesBuilder(rows, rejections);
        Bars bars = builder.build(rule, options.interval(), FileNames.interval(input.fileNames()), now);
        return new ParsedFile(
                input,
                layout,
                options.suffixed(instrument),
                bars,
                builder.duplicates(),
                builder.overridden(),
                builder.incomplete(),
                rejections.count(),
                rejections.kept(),
                note);
    }

    /** Puts the prices into their order, and names the layout that has it. */
    private Layout order(RawRows rows, boolean json, InputFile input) {
        PriceOrder order =
                options.layout() == null ? PriceOrder.of(rows, input.fileNames()) : PriceOrder.of(options.layout());
        order.apply(rows);
        return switch (order) {
            case OHLC -> json ? Layout.FREQTRADE : Layout.ARCHIVE;
            case OCHL -> Layout.BITFINEX;
            case LHOC -> Layout.COINBASE;
        };
    }

    private void requireWanted(Layout found, Recipe recipe) {
        Layout wanted = options.layout();
        boolean same = wanted == found || (recipe.orderFromData() && wanted == Layout.FREQTRADE);
        if (wanted != null && !same) {
            throw new UnusableFileException(
                    "is in the layout " + found + ", not " + wanted + "; leave --layout out or give the right one");
        }
    }

    /** Of JSON whose rows are under the name of another market, nobody can tell which of the two they are of. */
    private void requireMarket(String key, Instrument instrument) {
        if (key.isEmpty() || options.symbol() != null) {
            return;
        }
        Instrument named = Instrument.parse(key);
        if (!named.base().equals(instrument.base()) || !named.quote().equals(instrument.quote())) {
            throw new UnusableFileException("holds candles under the name " + Rejections.quoted(key)
                    + ", though it is of " + instrument.symbol() + " otherwise; say with --symbol which it is");
        }
    }

    private Instrument instrument(InputFile input, Layout layout, SortedSet<String> symbols, String key) {
        if (symbols.size() > 1) {
            throw new UnusableFileException("holds several symbols (" + String.join(", ", symbols)
                    + (symbols.size() < RowSink.SYMBOLS_NAMED ? "" : ", …")
                    + "); split it into one file for each");
        }
        if (options.symbol() != null) {
            return Instrument.parse(options.symbol());
        }
        if (!symbols.isEmpty()) {
            return named(symbols.first(), layout);
        }
        Instrument told = FileNames.instrument(input.fileNames())
                .or(() -> key.isEmpty() ? Optional.empty() : Optional.of(Instrument.parse(key)))
                .orElseThrow(() -> new UnusableFileException(
                        "does not tell its symbol, neither by content nor by name; give --symbol"));
        // Yahoo writes pairs with a hyphen, so METH.csv is a stock and not M in ETH.
        String name = input.fileNames().getFirst();
        return layout == Layout.YAHOO && !name.contains("-") && !name.contains("_")
                ? new Instrument(told.symbol(), told.symbol(), "")
                : told;
    }

    /** What the file is of, as far as it can be told before all of it is read. */
    private Optional<Instrument> guess(InputFile input, String symbol) {
        String told = options.symbol() == null ? symbol : options.symbol();
        try {
            return told.isBlank() ? FileNames.instrument(input.fileNames()) : Optional.of(Instrument.parse(told));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Instrument named(String symbol, Layout layout) {
        try {
            // CoinMarketCap names the coin only, so WETH is no pair; its prices are in US dollars.
            return Instrument.parse(layout == Layout.COIN_MARKET_CAP ? symbol + "/USD" : symbol);
        } catch (IllegalArgumentException e) {
            throw new UnusableFileException(
                    "names the symbol " + Rejections.quoted(symbol) + ", which cannot be one; give --symbol", e);
        }
    }
}
