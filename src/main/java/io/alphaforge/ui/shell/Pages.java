package io.alphaforge.ui.shell;

import io.alphaforge.feed.DemoOptions;
import io.alphaforge.run.Workspace;
import io.alphaforge.strategy.Strategies;
import io.alphaforge.ui.backtest.BacktestPage;
import io.alphaforge.ui.dashboard.DashboardPage;
import io.alphaforge.ui.dashboard.FirstLook;
import io.alphaforge.ui.data.DataPage;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.Page;
import io.alphaforge.ui.performance.PerformancePage;
import io.alphaforge.ui.runs.RunsPage;
import io.alphaforge.ui.settings.Appearance;
import io.alphaforge.ui.settings.ConnectionChoice;
import io.alphaforge.ui.settings.SettingsPage;
import io.alphaforge.ui.settings.SettingsSections;
import io.alphaforge.ui.settings.Upkeep;

/** Makes the page of a place. */
record Pages(
        Workspace workspace,
        Desk desk,
        FirstLook first,
        DemoOptions demo,
        Appearance appearance,
        ConnectionChoice connections,
        Upkeep upkeep) {
    Page of(Place place) {
        return switch (place) {
            case DASHBOARD -> new DashboardPage(workspace, desk, first);
            case BACKTEST -> new BacktestPage(workspace, desk, Strategies.all());
            case RUNS -> new RunsPage(workspace, desk);
            case DATA -> new DataPage(workspace, desk, demo);
            case PERFORMANCE -> new PerformancePage(workspace, desk, connections.connections());
            case SETTINGS ->
                new SettingsSections(new SettingsPage(workspace, desk, appearance, upkeep), desk, connections);
        };
    }
}
