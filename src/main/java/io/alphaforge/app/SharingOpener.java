package io.alphaforge.app;

import io.alphaforge.catalog.BackupProgress;
import io.alphaforge.catalog.BackupReport;
import io.alphaforge.catalog.StoreException;
import io.alphaforge.instance.Listener;
import io.alphaforge.instance.Meeting;
import io.alphaforge.run.Workspace;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/** Opens what the window works with, and lets other processes use it as long as it is open. */
final class SharingOpener extends WiredOpener {
    private final Listener listener;
    private final Guests guests;
    private final String kept;

    /** @param kept a subject that is held whatever is opened and closed; empty for none */
    SharingOpener(WorkspaceWiring wiring, Listener listener, Guests guests, String kept) {
        super(wiring);
        this.listener = listener;
        this.guests = guests;
        this.kept = kept;
    }

    @Override
    public BackupReport restore(Options options, Path backup, BackupProgress progress, BooleanSupplier cancelled) {
        String subject = Meeting.subject(wiring.file(options));
        // Who comes meanwhile is sent here for the reason, and does not open what is being replaced.
        guests.offer(subject, wiring.services(options))
                .failed(new StoreException("A backup is being restored; try again later."));
        boolean ours = listener.hold(subject);
        try {
            return wiring.restore(options, backup, progress, cancelled);
        } finally {
            over(subject, ours);
        }
    }

    @Override
    public Workspace open(Options options) {
        String subject = Meeting.subject(wiring.file(options));
        // Before it is open: who comes in between waits, and is not told that the file is in use.
        SharedWorkspace shared = guests.offer(subject, wiring.services(options));
        boolean ours = listener.hold(subject);
        Workspace opened;
        try {
            opened = wiring.open(options);
        } catch (RuntimeException | Error e) {
            shared.failed(e);
            over(subject, ours);
            throw e;
        }
        shared.opened(opened);
        return opened.closing(() -> {
            shared.end();
            try {
                opened.close();
            } finally {
                over(subject, ours);
            }
        });
    }

    private void over(String subject, boolean ours) {
        guests.withdraw(subject);
        if (ours && !subject.equals(kept)) {
            listener.release(subject);
        }
    }
}
