package io.alphaforge.ui.dashboard;

import io.alphaforge.catalog.DashboardRow;
import io.alphaforge.run.CacheStatistics;
import io.alphaforge.run.Workspace;
import java.util.List;

/**
 * What one look into a workspace brings for the dashboard.
 *
 * @param rows by symbol
 * @param summary of these rows
 */
record DashboardSnapshot(List<DashboardRow> rows, MarketSummary summary, CacheStatistics cache) {
    static DashboardSnapshot of(Workspace workspace) {
        List<DashboardRow> rows = workspace.bars().dashboard();
        return new DashboardSnapshot(
                rows, MarketSummary.of(rows), workspace.cache().statistics());
    }
}
