package io.alphaforge.ui.shell;

import io.alphaforge.run.EngineVersion;
import io.alphaforge.run.Workspace;
import io.alphaforge.run.WorkspaceOpener;
import io.alphaforge.ui.data.FirstStartPage;
import io.alphaforge.ui.kit.Action;
import io.alphaforge.ui.kit.Assets;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.Job;
import io.alphaforge.ui.kit.Jobs;
import io.alphaforge.ui.kit.Notice;
import io.alphaforge.ui.kit.PulseScheduler;
import io.alphaforge.ui.kit.Theme;
import io.alphaforge.ui.kit.Watchlist;
import io.alphaforge.ui.settings.Appearance;
import io.alphaforge.ui.settings.ConnectionChoice;
import io.alphaforge.ui.settings.Updates;
import io.alphaforge.ui.settings.Upkeep;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.image.Image;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The window of the application. It is there at once; the workspace is opened behind it. Closing it ends what is
 * running, then closes the workspace, and only then hides the window.
 */
final class WorkstationWindow {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 720;

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
    private final BorderPane frame = new BorderPane();
    private final StackPane root = new StackPane(frame, notices.node(), overlay.node());
    private final Header header;
    private final Rail rail = new Rail(this::go);
    private final StatusFigures figures;
    private final StatusBar status;
    private final Keys keys;
    private final Connecting connecting;
    private final WindowRequests requests;
    private final DatabaseCopies copies;
    private final Updates updates;
    /** What can be done only where there are places to go to. */
    private final List<Action> places = new ArrayList<>();

    private final GuideOverlay guide = new GuideOverlay(overlay, background, pulse, notices);
    private @Nullable OpenWorkspace open;
    private Subscription following = Subscription.EMPTY;
    private boolean closing;

    WorkstationWindow(Stage stage, WindowSetup setup) {
        this.stage = stage;
        this.setup = setup;
        this.session = new WorkspaceSession(setup.opener(), setup.serial(), pulse);
        this.appearance = new Appearance(
                setup.preferences(),
                ZoneId.systemDefault(),
                Platform.getPreferences().colorSchemeProperty());
        this.watchlist = new Watchlist(setup.preferences());
        this.connecting = new Connecting(setup, background, pulse, notices, new ToAnother());
        CrashWindow crashes = new CrashWindow(stage, background, setup.dialogs(), appearance.theme()::get, this::end);
        this.requests = new WindowRequests(stage, pulse, jobs, session, this::offerFiles, crashes);
        this.copies = new DatabaseCopies(stage, overlay, setup.dialogs(), () -> open, session, this::leave);
        this.updates = new Updates(
                setup.preferences(),
                new Updates.Surroundings(background, pulse, setup.clock(), notices),
                EngineVersion.application(),
                EngineVersion.feed());
        this.header = new Header(appearance, this::openPalette, this::back, this::openGuide);
        this.figures = new StatusFigures(background, pulse);
        this.status = new StatusBar(session, figures, jobs, appearance.times(), setup.clock());
        AwayServer.follow(figures, session, notices, setup.clock());
        frame.setTop(header.node());
        frame.setLeft(rail.node());
        frame.setBottom(status.node());
        // However much a page or a line asks for, rail, header and status bar stay where they can be seen.
        frame.setMinSize(0, 0);
        header.node().setMinWidth(0);
        status.node().setMinWidth(0);
        StackPane.setAlignment(notices.node(), Pos.BOTTOM_RIGHT);
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        scene.getStylesheets().setAll(Assets.stylesheets());
        this.keys = new Keys(scene, overlay::isShown);
        keys.own(actions());
        FileDrop.on(scene, root, () -> open != null, this::importFiles);
        session.state().subscribe(state -> show(state));
        appearance.theme().subscribe(theme -> apply(theme));
        stage.setScene(scene);
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
        // A database that is open by now is in the first picture of the window.
        WorkspaceOpener.Options wanted = connecting.first();
        setup.opening().ifPresentOrElse(begun -> session.open(wanted, begun), () -> session.open(wanted));
        stage.show();
        status.start();
        setup.problem().ifPresent(sentence -> notices.tell(Notice.problem(sentence)));
        background.execute(() -> {
            List<Image> icons = Assets.icons();
            pulse.request(() -> stage.getIcons().setAll(icons));
        });
        updates.look();
    }

    /** Closes the window, after asking where work is going on that makes something of the user's. */
    void close() {
        if (closing) {
            end();
        } else {
            ask("Close during the work?", "Closing", "Cancel and close", this::end);
        }
    }

    /**
     * Does something that ends all work, after asking where work is going on that makes something of the user's.
     *
     * @param doing the beginning of what is said of it
     * @param go on the button that does it
     */
    private void ask(String title, String doing, String go, Runnable then) {
        List<Job> running = jobs.running().stream().filter(Job::keepsResults).toList();
        if (running.isEmpty()) {
            then.run();
            return;
        }
        String what = running.stream().map(Job::title).collect(Collectors.joining(" and "));
        Question.ask(
                overlay,
                title,
                what + " is still going on. " + doing + " cancels it; what is finished by then is kept.",
                "Go on working",
                go,
                then);
    }

    /** The way from what is open to another database. */
    private final class ToAnother implements Connecting.Leaving {
        @Override
        public boolean isOpen() {
            return session.state().get() instanceof WorkspaceSession.Open;
        }

        @Override
        public void ask(Runnable then) {
            WorkstationWindow.this.ask(
                    "Open another database during the work?", "Opening another one", "Cancel and open", then);
        }

        @Override
        public void open(WorkspaceOpener.Options chosen) {
            leave(() -> session.open(chosen));
        }
    }

    private void end() {
        closing = true;
        requests.closing();
        WindowMemory.remember(stage, setup.preferences());
        part(() -> {
            status.stop();
            background.shutdown();
            setup.serial().shutdown();
            stage.hide();
        });
    }

    /** Ends what is running and closes the workspace to go on with something else, unless the user has quit. */
    private void leave(Runnable then) {
        if (!closing) {
            part(then);
        }
    }

    private void part(Runnable then) {
        List<Job> running = List.copyOf(jobs.running());
        running.forEach(Job::cancel);
        session.close(() -> running.forEach(Job::await), then);
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

    private void go(Place place) {
        if (open != null) {
            open.go(place);
        }
    }

    private void back() {
        if (open != null && isReady()) {
            open.host().back();
        }
    }

    /** Whether one can go anywhere: there is a database, and something in it. */
    private boolean isReady() {
        return open != null && open.ready().get();
    }

    private void openPalette() {
        if (open != null && isReady()) {
            PalettePane.open(overlay, open.entries(keys.own(), keys.page()));
        }
    }

    /** Opens the guide at what is shown. */
    private void openGuide() {
        guide.open(open == null ? "troubleshooting" : open.chapter());
    }

    private void openKeys() {
        Map<String, List<Action>> sections = new LinkedHashMap<>();
        sections.put(
                "Everywhere",
                keys.own().stream()
                        .filter(action -> isReady() || !places.contains(action))
                        .toList());
        sections.put("On this page", keys.page());
        KeysPane.open(overlay, sections);
    }

    private List<Action> actions() {
        List<Action> actions = new ArrayList<>();
        for (Place place : Place.values()) {
            places.add(Action.of("Go to " + place.title(), place.key(), () -> go(place)));
        }
        places.add(Action.of("Search coins, views, actions", "Shortcut+K", this::openPalette));
        places.add(Action.of("Back", "Alt+Left", this::back));
        actions.addAll(places);
        actions.add(Action.of("Switch the theme", "Shortcut+Shift+L", appearance::switchTheme));
        actions.add(Action.of("Switch between UTC and local times", "Shortcut+Shift+U", appearance::switchZone));
        actions.add(Action.of("Open the guide", "F1", this::openGuide));
        actions.add(Action.of("Show the keyboard", "Shift+F1", this::openKeys));
        actions.add(Action.of("Connect to another database…", this::openConnect));
        actions.addAll(copies.actions());
        actions.add(Action.of("Close the window", "Shortcut+Q", this::close));
        return actions;
    }

    private void show(WorkspaceSession.State state) {
        if (!(state instanceof WorkspaceSession.Open) && open != null) {
            following.unsubscribe();
            keys.page(List.of());
            header.rest();
            open.close();
            notices.leave();
            open = null;
        }
        switch (state) {
            case WorkspaceSession.Opening opening ->
                message(new ProgressIndicator(), "Opening the database", "This takes a moment the first time.");
            case WorkspaceSession.Unusable unusable -> unusable(unusable.sentence());
            case WorkspaceSession.Open opened -> work(opened.workspace());
            case WorkspaceSession.Restoring now -> {
                message(new ProgressIndicator(), "", "");
                frame.setCenter(RestorePane.of(now.progress(), now.cancel()));
            }
            case WorkspaceSession.Closing over ->
                message(new ProgressIndicator(), "Closing", "Waiting for the work to end; what is finished is kept.");
        }
    }

    private void message(Node picture, String title, String sentence, Node... actions) {
        rail.mark(null);
        rail.enable(false);
        header.rest();
        frame.setCenter(MessagePane.of(picture, title, sentence, actions));
    }

    private void unusable(String sentence) {
        Button again = new Button("_Try again", new FontIcon(Feather.REFRESH_CW));
        again.setId("try-again");
        again.setOnAction(e -> session.again());
        Button other = new Button("Open _another database…", new FontIcon(Feather.FOLDER));
        other.setId("other-database");
        other.setOnAction(e -> openConnect());
        FontIcon picture = new FontIcon(Feather.ALERT_TRIANGLE);
        picture.getStyleClass().add("message-problem");
        message(picture, "The database cannot be used", sentence, again, other);
    }

    private void work(Workspace workspace) {
        OpenWorkspace opened = new OpenWorkspace(
                workspace,
                this::desk,
                desk -> new Pages(workspace, desk, setup.demo(), appearance, connections(), upkeep()),
                setup.openFolder());
        open = opened;
        frame.setCenter(opened.host().node());
        header.follow(opened.host().shown(), opened.ready());
        following = Subscription.combine(
                opened.ready().subscribe(rail::enable), opened.host().shown().subscribe(shown -> {
                    rail.mark(shown == null ? null : shown.place());
                    keys.page(shown == null ? List.of() : shown.page().actions());
                }));
        opened.begin(session.contents().get(), desk -> firstStart(workspace, desk));
        requests.opened();
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

    private void apply(Theme theme) {
        if (!theme.stylesheet().equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(theme.stylesheet());
        }
        root.getStyleClass().removeAll(Theme.LIGHT.styleClass(), Theme.DARK.styleClass());
        root.getStyleClass().add(theme.styleClass());
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
