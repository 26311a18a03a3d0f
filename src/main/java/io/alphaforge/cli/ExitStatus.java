package io.alphaforge.cli;

/** What the process tells its caller. */
final class ExitStatus {
    static final int DONE = 0;
    static final int SOME_FAILED = 1;
    static final int WRONG_USAGE = 2;
    static final int UNUSABLE = 3;
    static final int CANCELLED = 130;

    private ExitStatus() {}
}
