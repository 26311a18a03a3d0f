package io.alphaforge.telemetry;

import java.util.List;

/** Keeps what runs took. Never fails and never makes anybody wait but who reads. Safe for use by several threads. */
public interface RunLog {
    /** Keeps nothing. */
    RunLog NONE = new RunLog() {
        @Override
        public void record(RunTimes run) {}

        @Override
        public void shown(String runId, double millis) {}

        @Override
        public List<RunTimes> runs() {
            return List.of();
        }
    };

    /** A run is over. Returns at once. */
    void record(RunTimes run);

    /** Showing a run took the screen so long, in milliseconds; may come before or after the run is over. Returns at once. */
    void shown(String runId, double millis);

    /** The newest runs of this computer, newest first: at least 1,000 where there were so many. Reads a file. */
    List<RunTimes> runs();
}
