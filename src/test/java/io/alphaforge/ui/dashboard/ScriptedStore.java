package io.alphaforge.ui.dashboard;

import io.alphaforge.catalog.BarStore;
import io.alphaforge.catalog.DashboardRow;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.ui.scripted.RealWorkspace;
import io.alphaforge.ui.scripted.Rewired;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A real workspace whose dashboard has the rows that a test wants, or a problem. */
final class ScriptedStore {
    private List<DashboardRow> rows = List.of();
    private @Nullable String problem;
    private int reads;

    void rows(DashboardRow... now) {
        rows = List.of(now);
        problem = null;
    }

    void fail(String sentence) {
        problem = sentence;
    }

    /** How often the dashboard was read. */
    int reads() {
        return reads;
    }

    Workspace open(Path home) {
        Workspace real = new RealWorkspace().open(new WorkspaceOpener.Options(home, null));
        BarStore bars = (BarStore) Proxy.newProxyInstance(
                BarStore.class.getClassLoader(),
                new Class<?>[] {BarStore.class},
                (proxy, method, arguments) ->
                        method.getName().equals("dashboard") ? read() : method.invoke(real.bars(), arguments));
        return Rewired.of(real).bars(bars).workspace();
    }

    private List<DashboardRow> read() {
        reads++;
        if (problem != null) {
            throw new StoreException(problem);
        }
        return rows;
    }
}
