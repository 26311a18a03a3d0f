package io.alphaforge.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.ui.kit.Action;
import io.alphaforge.ui.kit.Notice;
import io.alphaforge.ui.kit.Page;
import io.alphaforge.ui.scripted.RealWorkspace;
import io.alphaforge.ui.scripted.RecordedDesk;
import io.alphaforge.ui.scripted.Screen;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageHostTest {
    private final List<Place> made = new ArrayList<>();
    private final PageHost host = new PageHost(place -> {
        made.add(place);
        return new Blank();
    });

    @BeforeAll
    static void toolkit() {
        Screen.start();
    }

    @Test
    void aPlaceIsMadeWhenItIsFirstGoneToAndStays() {
        Screen.run(() -> {
            host.show(Place.DASHBOARD);
            host.show(Place.RUNS);
            host.show(Place.DASHBOARD);
        });
        assertThat(made).containsExactly(Place.DASHBOARD, Place.RUNS);
    }

    @Test
    void backLeadsThroughWhatWasShownBefore() {
        Screen.run(() -> {
            host.show(Place.DASHBOARD);
            host.show(Place.RUNS);
            host.visit("BTCUSDT", Blank::new);
        });
        assertThat(shown()).isEqualTo("BTCUSDT");
        Screen.run(host::back);
        assertThat(shown()).isEqualTo("Runs");
        Screen.run(host::back);
        assertThat(shown()).isEqualTo("Dashboard");
        Screen.run(host::back);
        assertThat(shown()).as("the beginning").isEqualTo("Dashboard");
    }

    @Test
    void aCoinGivesWayToTheNextOneAndIsClosed() {
        Blank first = new Blank();
        Blank second = new Blank();
        Screen.run(() -> {
            host.show(Place.DASHBOARD);
            host.visit("BTCUSDT", () -> first);
            host.visit("ETHUSDT", () -> second);
        });
        assertThat(first.closed).isTrue();
        assertThat(second.closed).isFalse();
        Screen.run(host::back);
        assertThat(shown()).as("nothing leads back to what is closed").isEqualTo("Dashboard");
        Screen.run(host::close);
        assertThat(second.closed).isTrue();
    }

    @Test
    void theOfferOfAFirstStartIsForgottenOnceItIsOver() {
        Blank offer = new Blank();
        Screen.run(() -> {
            host.visit("Welcome", () -> offer);
            host.show(Place.DASHBOARD);
            host.forget();
            host.back();
        });
        assertThat(shown()).isEqualTo("Dashboard");
        assertThat(offer.closed).isTrue();
    }

    @Test
    void theKeyboardGoesToThePageThatIsShown() {
        Blank page = new Blank();
        Screen.run(() -> host.visit("BTCUSDT", () -> page));
        Screen.await("the focus", () -> page.focused == 1);
    }

    @Test
    void nothingIsMadeOrShownAfterTheClose() {
        Screen.run(() -> {
            host.show(Place.DASHBOARD);
            host.close();
            host.show(Place.RUNS);
            host.visit("BTCUSDT", () -> {
                throw new AssertionError("A page that nobody closes.");
            });
        });
        assertThat(made).containsExactly(Place.DASHBOARD);
        assertThat(shown()).isEmpty();
    }

    @Test
    void ofTwoRunsThatAreOpenedTheNewerCountsAndNoneAfterTheClose(@TempDir Path home) {
        List<Runnable> later = new ArrayList<>();
        RecordedDesk desk = new RecordedDesk(later::add, Runnable::run, Clock.systemUTC());
        try (Workspace workspace = new RealWorkspace().open(new WorkspaceOpener.Options(home, null))) {
            WindowNavigator navigator = new WindowNavigator(workspace, host, folder -> {});
            navigator.at(desk.desk());
            navigator.openRun("first");
            navigator.openRun("second");
            later.reversed().forEach(Runnable::run);
            assertThat(desk.notices)
                    .extracting(Notice::sentence)
                    .containsExactly("The run second is not in the archive any more.");
            later.clear();
            navigator.openRun("third");
            navigator.close();
            later.forEach(Runnable::run);
            assertThat(desk.notices).hasSize(1);
        }
    }

    private String shown() {
        return Screen.call(() -> {
            PageHost.Shown shown = host.shown().get();
            return shown == null ? "" : shown.title();
        });
    }

    private static final class Blank implements Page {
        private final Pane root = new Pane();
        private boolean closed;
        private int focused;

        @Override
        public Parent node() {
            return root;
        }

        @Override
        public void focus() {
            focused++;
        }

        @Override
        public List<Action> actions() {
            return List.of();
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
