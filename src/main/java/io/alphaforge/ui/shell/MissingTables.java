package io.alphaforge.ui.shell;

import io.alphaforge.run.Workspace;
import io.alphaforge.ui.kit.Action;
import io.alphaforge.ui.kit.Desk;
import io.alphaforge.ui.kit.Loading;
import io.alphaforge.ui.kit.Notice;
import java.util.List;

/** Offers to create the tables of a server that has none: nothing is changed there before the user says so. */
final class MissingTables {
    private MissingTables() {}

    /** Looks in the background whether tables are missing. */
    static void offer(Workspace workspace, Desk desk) {
        if (workspace.mirror().isEmpty()) {
            return;
        }
        Loading<List<String>> creating =
                new Loading<>(desk.background(), desk.pulse(), "Creating the tables", report -> {
                    desk.notices().tell(Notice.success(String.join(" ", report)));
                    desk.storeChanged().run();
                });
        Loading<String> looking = new Loading<>(desk.background(), desk.pulse(), "Looking at the tables", schema -> {
            if (schema.startsWith("no tables")) {
                desk.notices()
                        .tell(Notice.information(workspace.admin().location()
                                        + " has no tables yet. Creating them changes nothing else there.")
                                .with(Action.of(
                                        "Create tables",
                                        () -> creating.start(
                                                () -> workspace.admin().migrate()))));
            }
        });
        for (Loading<?> work : List.of(creating, looking)) {
            work.problem().subscribe(sentence -> {
                if (!sentence.isEmpty()) {
                    desk.notices().tell(Notice.problem(sentence));
                }
            });
        }
        looking.start(() -> workspace.admin().schema());
    }
}
