package io.alphaforge.ui.kit;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Long work that is going on, as the status bar shows it. Belongs to the JavaFX thread. */
public final class Job {
    private final String title;
    private final boolean keepsResults;
    private final Runnable cancel;
    private final Runnable await;
    private final StringProperty text = new SimpleStringProperty("");
    private final DoubleProperty fraction = new SimpleDoubleProperty(-1);

    /**
     * A piece of work; {@link Jobs#begin} makes it known.
     *
     * @param title "Backtest", "Import"
     * @param keepsResults whether closing the window during it wants a question, since it makes something of the user's
     * @param cancel stops it soon; returns at once
     * @param await waits in the background until it is over
     */
    public Job(String title, boolean keepsResults, Runnable cancel, Runnable await) {
        this.title = title;
        this.keepsResults = keepsResults;
        this.cancel = cancel;
        this.await = await;
    }

    public String title() {
        return title;
    }

    public boolean keepsResults() {
        return keepsResults;
    }

    /** How far it is, in words. */
    public StringProperty text() {
        return text;
    }

    /** How far it is, 0 to 1; below 0 when that is not known. */
    public DoubleProperty fraction() {
        return fraction;
    }

    public void cancel() {
        cancel.run();
    }

    /** Waits until it is over; never on the JavaFX thread. */
    public void await() {
        await.run();
    }
}
