package io.alphaforge.cli;

/** What the process tells its caller. */
public final class ExitStatus {
    static final int DONE = 0;
    static final int SOME_FAILED = 1;
    public static final int WRONG_USAGE = 2;
    public static final int UNUSABLE = 3;
    static final int CANCELLED = 130;

    private ExitStatus() {}
}
