package io.alphaforge.cli;

import java.io.Serial;

/** Thrown instead of opening a database when another process, which has it open, has run the whole command. */
public final class HandedOver extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final int status;

    /** @param status with which the command ended there */
    public HandedOver(int status) {
        super("The command was run by another process and ended with status " + status + ".", null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }
}
