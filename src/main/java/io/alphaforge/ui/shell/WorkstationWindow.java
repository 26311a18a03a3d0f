package io.alphaforge.ui.shell;

import io.alphaforge.run.EngineVersion;
import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.ui.dashboard.FirstLook;
import io.alphaforge.ui.data.FirstStartPage;
import io.alphaforge.ui.kit.Action;
import io.alphaforge.ui.kit.Assets;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.Furnishing;
import io.alphaforge.ui.kit.Jobs;
import io.alphaforge.ui.kit.Notice;
import io.alphaforge.ui.kit.PulseScheduler;
import io.alphaforge.ui.kit.Watchlist;
import io.alphaforge.ui.settings.Appearance;
import io.alphaforge.ui.settings.ConnectionChoice;
import io.alphaforge.ui.settings.Updates;
import io.alphaforge.ui.settings.Upkeep;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import javafx.util.Duration;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * The window of the application. It is there at once; the workspace is opened behind it. Closing it ends what is
 * running, then closes the workspace, and only then hides the window.
 */
final class WorkstationWindow {
    private static final Duration MOMENT = Duration.millis(300);

    private final Stage stage;
    private final WindowSetup setup;
    private final PulseScheduler pulse = PulseScheduler.javaFx();
    private final BackgroundThreads background = new BackgroundThreads();
    private final WorkspaceSession session;
    private final Appearance appearance;
    private final Watchlist watchlist;
    private final Jobs jobs = new Jobs();
    private final NoticePane notices = new NoticePane();
    private final Overlay overlay = new Overlay();
    private final Departure departure;
    private final WindowActions actions;
    private final StatusFigures figures;
    private final WindowFrame frame;
    private final Keys keys;
    private final Connecting connecting;
    private final WindowRequests requests;
    private final DatabaseCopies copies;
    private final Updates updates;
    private final Whereabouts at = new Whereabouts();
    private @Nullable OpenWorkspace open;
    private Subscription following = Subscription.EMPTY;
    /** Null until the window is furnished. */
    private @Nullable StatusBar status;

    private Subscription furnishing = Subscription.EMPTY;
    private final PauseTransition moment = new PauseTransition(MOMENT);

    WorkstationWindow(Stage stage, WindowSetup setup) {
        this.stage = stage;
        moment.setOnFinished(event -> waiting());
        this.setup = setup;
        this.session = new WorkspaceSession(setup.opener(), setup.serial(), pulse);
        this.appearance = new Appearance(
                setup.preferences(),
                ZoneId.systemDefault(),
                Platform.getPreferences().colorSchemeProperty());
        this.watchlist = new Watchlist(setup.preferences());
        this.departure = new Departure(jobs, session, overlay, this::quitting, this::gone);
        this.connecting = new Connecting(setup, background, pulse, notices, departure);
        CrashWindow crashes =
                new CrashWindow(stage, background, setup.dialogs(), appearance.theme()::get, departure::end);
        this.requests = new WindowRequests(stage, pulse, jobs, session, this::offerFiles, crashes);
        this.copies = new DatabaseCopies(stage, overlay, setup.dialogs(), () -> open, session, departure::leave);
        this.updates = new Updates(
                setup.preferences(),
                new Updates.Surroundings(background, pulse, setup.clock(), notices),
                EngineVersion.application(),
                EngineVersion.feed());
        this.actions = new WindowActions(overlay, new GuideOverlay(overlay, background, pulse, notices), () -> open);
        this.figures = new StatusFigures(background, pulse);
        AwayServer.follow(figures, session, notices, setup.clock());
        this.frame = new WindowFrame(notices, overlay);
        this.keys = new Keys(frame.scene(), overlay::isShown);
        List<Action> database = new ArrayList<>();
        database.add(Action.of("Connect to another database…", this::openConnect));
        database.addAll(copies.actions());
        actions.install(keys, appearance, database, this::close);
        FileDrop.on(frame.scene(), frame.root(), () -> open != null, this::importFiles);
        appearance.theme().subscribe(theme -> frame.apply(theme));
        stage.setScene(frame.scene());
        stage.setTitle("AlphaForge");
        stage.setMinWidth(960);
        stage.setMinHeight(600);
        stage.setOnCloseRequest(event -> {
            event.consume();
            close();
        });
    }

    void show() {
        WindowMemory.restore(stage, setup.preferences());
        WorkspaceOpener.Options wanted = connecting.first();
        setup.opening().ifPresentOrElse(begun -> session.open(wanted, begun), () -> session.open(wanted));
        if (session.state().get() instanceof WorkspaceSession.Open) {
            session.state().subscribe(state -> show(state));
            stage.show();
        } else {
            stage.show();
            // The frame is drawn, by another thread, while the page is made; a database that is open by then is in the
            // next picture.
            pulse.request(() -> pulse.afterFrame(() -> session.state().subscribe(state -> show(state))));
        }
        setup.problem().ifPresent(sentence -> notices.tell(Notice.problem(sentence)));
        updates.look();
    }

    /**
     * Makes what is around the page, once. That is as much work as the page is, which is what the window is waited for.
     */
    private void furnish() {
        if (status != null) {
            return;
        }
        status = new StatusBar(session, figures, jobs, appearance.times(), setup.clock());
        frame.furnish(
                new Header(appearance, at, actions::openPalette, actions::back, actions::openGuide).node(),
                new Rail(actions::go, at).node(),
                status.node());
        status.start();
        background.execute(() -> {
            List<Image> icons = Assets.icons();
            // The window manager wants them in its own sizes, which takes as long as the rows of a page.
            pulse.request(() -> pulse.afterPicture(() -> stage.getIcons().setAll(icons)));
        });
    }

    /** Closes the window, after asking where work is going on that makes something of the user's. */
    void close() {
        departure.close();
    }

    private void quitting() {
        requests.closing();
        WindowMemory.remember(stage, setup.preferences());
    }

    private void gone() {
        if (status != null) {
            status.stop();
        }
        background.shutdown();
        setup.serial().shutdown();
        stage.hide();
    }

    /** Asks which database to work with; what is running on this one is cancelled when it is another. */
    private void openConnect() {
        connecting.ask(
                overlay,
                open -> DatabaseChooser.ask(stage)
                        .ifPresent(file -> open.accept(setup.options().at(file))));
    }

    /** Imports files, as when they are dropped on the window. */
    void importFiles(List<Path> files) {
        if (open != null) {
            open.importFiles(files);
        }
    }

    /** Offers to import files that were opened with the application, which says less than dropping them. */
    private void offerFiles(List<Path> files) {
        if (open != null) {
            open.offerFiles(files);
        }
    }

    private void show(WorkspaceSession.State state) {
        if (!(state instanceof WorkspaceSession.Open) && open != null) {
            following.unsubscribe();
            keys.page(List.of());
            at.leave();
            open.close();
            notices.leave();
            open = null;
        }
        moment.stop();
        furnishing.unsubscribe();
        switch (state) {
            case WorkspaceSession.Opening opening -> {
                // To say so in a window that is still empty would take longer than most openings do.
                if (status == null) {
                    moment.playFromStart();
                } else {
                    waiting();
                }
            }
            case WorkspaceSession.Unusable unusable -> {
                furnish();
                frame.unusable(unusable.sentence(), session::again, this::openConnect);
            }
            case WorkspaceSession.Open opened -> work(opened.workspace(), opened.first());
            case WorkspaceSession.Restoring now -> frame.restoring(now);
            case WorkspaceSession.Closing over ->
                frame.waiting("Closing", "Waiting for the work to end; what is finished is kept.");
        }
    }

    private void waiting() {
        furnish();
        frame.waiting("Opening the database", "This takes a moment the first time.");
    }

    private void work(Workspace workspace, FirstLook first) {
        OpenWorkspace opened = new OpenWorkspace(
                workspace,
                this::desk,
                desk -> new Pages(workspace, desk, first, setup.demo(), appearance, connections(), upkeep()),
                setup.openFolder());
        open = opened;
        frame.show(opened.host().node());
        at.follow(opened);
        following = opened.host()
                .shown()
                .subscribe(shown ->
                        keys.page(shown == null ? List.of() : shown.page().actions()));
        workspace.notes().forEach(note -> notices.tell(Notice.problem(note)));
        opened.begin(session.contents().get(), desk -> firstStart(workspace, desk));
        first.forget();
        requests.opened();
        PageHost.Shown shown = opened.host().shown().get();
        if (status == null && shown != null) {
            furnishing = Furnishing.after(shown.page().reading(), pulse, this::furnish);
        }
    }

    private Upkeep upkeep() {
        return new Upkeep(copies::backUp, copies::restore, updates);
    }

    private ConnectionChoice connections() {
        return new ConnectionChoice(
                connecting.connections(), connecting::profile, connecting::connect, connecting::changed);
    }

    private FirstStartPage firstStart(Workspace workspace, Desk desk) {
        MissingTables.offer(workspace, desk);
        return new FirstStartPage(workspace, desk, setup.demo(), figures.offline(), this::openConnect);
    }

    private Desk desk(WindowNavigator navigator) {
        return new Desk(
                background,
                pulse,
                setup.clock(),
                session.contents(),
                figures.offline(),
                session::refresh,
                appearance.theme(),
                appearance.times(),
                setup.preferences(),
                watchlist,
                jobs,
                notices.ofWorkspace(),
                navigator);
    }

    /** The way in for other processes. */
    OpenWindow requests() {
        return requests;
    }

    Stage stage() {
        return stage;
    }

    Appearance appearance() {
        return appearance;
    }

    Overlay overlay() {
        return overlay;
    }

    /** The pages that are open; null while there is no workspace. */
    @Nullable
    OpenWorkspace open() {
        return open;
    }
}
