CREATE TABLE cryptocurrencies (
    id INTEGER PRIMARY KEY,
    symbol VARCHAR NOT NULL UNIQUE,
    name VARCHAR NOT NULL,
    base_asset VARCHAR NOT NULL,
    quote_asset VARCHAR NOT NULL
);

-- No primary key: building one takes longer than writing the rows. The writer guarantees that times are unique within a
-- series, and the reader verifies order and count.
CREATE TABLE crypto_prices (
    crypto_id INTEGER NOT NULL,
    datetime TIMESTAMP NOT NULL,
    interval_type VARCHAR NOT NULL,
    open_price DOUBLE NOT NULL,
    high_price DOUBLE NOT NULL,
    low_price DOUBLE NOT NULL,
    close_price DOUBLE NOT NULL,
    volume DOUBLE NOT NULL
);

-- One row a stored series. run_order grows with every write that adds rows, so the highest one of an interval belongs to
-- the series whose rows are physically last; fragmented says that its rows are not one run in time order.
CREATE TABLE bar_versions (
    crypto_id INTEGER NOT NULL,
    interval_type VARCHAR NOT NULL,
    version BIGINT NOT NULL,
    bars BIGINT NOT NULL,
    first TIMESTAMP NOT NULL,
    last TIMESTAMP NOT NULL,
    digest VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    synthetic BOOLEAN NOT NULL,
    gaps INTEGER NOT NULL,
    missing BIGINT NOT NULL,
    duplicates BIGINT NOT NULL,
    rejected BIGINT NOT NULL,
    zero_volume BIGINT NOT NULL,
    flat BIGINT NOT NULL,
    jumps BIGINT NOT NULL,
    quality_score DOUBLE NOT NULL,
    run_order BIGINT NOT NULL,
    fragmented BOOLEAN NOT NULL,
    written_at TIMESTAMP NOT NULL,
    PRIMARY KEY (crypto_id, interval_type)
);

-- What each source had of rows that are no bars, so that importing it again does not count them twice.
CREATE TABLE bar_sources (
    crypto_id INTEGER NOT NULL,
    interval_type VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    duplicates BIGINT NOT NULL,
    rejected BIGINT NOT NULL,
    PRIMARY KEY (crypto_id, interval_type, source)
);

CREATE TABLE crypto_dashboard_summary (
    crypto_id INTEGER PRIMARY KEY,
    interval_type VARCHAR NOT NULL,
    price DOUBLE NOT NULL,
    change_24h_pct DOUBLE,
    change_7d_pct DOUBLE,
    high_24h DOUBLE,
    low_24h DOUBLE,
    volume_24h DOUBLE,
    high_7d DOUBLE,
    low_7d DOUBLE,
    volume_7d DOUBLE,
    high_30d DOUBLE,
    low_30d DOUBLE,
    volume_30d DOUBLE,
    turnover_30d DOUBLE,
    all_time_high DOUBLE NOT NULL,
    all_time_high_at TIMESTAMP NOT NULL,
    all_time_low DOUBLE NOT NULL,
    all_time_low_at TIMESTAMP NOT NULL
);

CREATE VIEW stored_series AS
SELECT
    c.id AS crypto_id,
    c.symbol,
    c.base_asset,
    c.quote_asset,
    v.interval_type,
    v.version,
    v.bars,
    epoch_ms(v.first) AS first_ms,
    epoch_ms(v.last) AS last_ms,
    v.digest,
    v.source,
    v.synthetic,
    v.gaps,
    v.missing,
    v.duplicates,
    v.rejected,
    v.zero_volume,
    v.flat,
    v.jumps,
    v.quality_score,
    v.run_order,
    v.fragmented
FROM bar_versions v
JOIN cryptocurrencies c ON c.id = v.crypto_id;

CREATE TABLE backtest_runs (
    run_id VARCHAR PRIMARY KEY,
    started_at TIMESTAMP NOT NULL,
    engine_version VARCHAR NOT NULL,
    strategy VARCHAR NOT NULL,
    -- name=value pairs, joined by commas
    parameters VARCHAR NOT NULL,
    capital DOUBLE NOT NULL,
    fee DOUBLE NOT NULL,
    slippage DOUBLE NOT NULL,
    fill VARCHAR NOT NULL,
    universe VARCHAR NOT NULL,
    interval_type VARCHAR NOT NULL,
    -- NULL for a range without that bound
    range_from TIMESTAMP,
    range_to TIMESTAMP,
    use_cache BOOLEAN NOT NULL,
    status VARCHAR NOT NULL,
    total INTEGER NOT NULL,
    completed INTEGER NOT NULL,
    failed INTEGER NOT NULL,
    cached INTEGER NOT NULL,
    elapsed_ms DOUBLE NOT NULL,
    first_result_ms DOUBLE
);

-- The fields of a result row under the names that they have everywhere.
CREATE TABLE backtest_results (
    run_id VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    symbol VARCHAR NOT NULL,
    "interval" VARCHAR NOT NULL,
    source_interval VARCHAR NOT NULL,
    bars BIGINT NOT NULL,
    "from" TIMESTAMP NOT NULL,
    "to" TIMESTAMP NOT NULL,
    gaps BIGINT NOT NULL,
    partial_buckets BIGINT NOT NULL,
    quality_score DOUBLE,
    synthetic BOOLEAN NOT NULL,
    fill VARCHAR NOT NULL,
    final_value DOUBLE,
    equity_peak DOUBLE,
    total_return_pct DOUBLE,
    buy_and_hold_return_pct DOUBLE,
    excess_return_pct DOUBLE,
    cagr_pct DOUBLE,
    volatility_ann_pct DOUBLE,
    sharpe_ratio DOUBLE,
    sortino_ratio DOUBLE,
    max_drawdown_pct DOUBLE,
    max_drawdown_days DOUBLE,
    calmar_ratio DOUBLE,
    exposure_pct DOUBLE,
    num_trades BIGINT NOT NULL,
    open_trades BIGINT NOT NULL,
    win_rate_pct DOUBLE,
    best_trade_pct DOUBLE,
    worst_trade_pct DOUBLE,
    avg_trade_pct DOUBLE,
    avg_trade_days DOUBLE,
    max_trade_days DOUBLE,
    profit_factor DOUBLE,
    sqn DOUBLE,
    kelly DOUBLE,
    fees_paid DOUBLE,
    no_trade_reason VARCHAR,
    data_digest VARCHAR NOT NULL,
    trade_hash VARCHAR NOT NULL,
    cached BOOLEAN NOT NULL,
    compute_ms DOUBLE
);

CREATE TABLE backtest_failures (
    run_id VARCHAR NOT NULL,
    symbol VARCHAR NOT NULL,
    reason VARCHAR NOT NULL
);
