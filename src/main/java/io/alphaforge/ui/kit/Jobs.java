package io.alphaforge.ui.kit;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The long work that is going on in the window. Belongs to the JavaFX thread. */
public final class Jobs {
    private final ObservableList<Job> running = FXCollections.observableArrayList();
    private final ObservableList<Job> view = FXCollections.unmodifiableObservableList(running);

    public void begin(Job job) {
        running.add(job);
    }

    public void end(Job job) {
        running.remove(job);
    }

    /** Oldest first. */
    public ObservableList<Job> running() {
        return view;
    }
}
