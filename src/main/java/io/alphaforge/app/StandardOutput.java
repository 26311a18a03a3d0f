package io.alphaforge.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where data goes; it remembers what kept it from being written, which a print stream does not tell. */
final class StandardOutput extends FilterOutputStream {
    private volatile @Nullable IOException failure;

    StandardOutput(OutputStream out) {
        super(out);
    }

    static StandardOutput ofProcess() {
        return new StandardOutput(new FileOutputStream(FileDescriptor.out));
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    /** Why not everything could be written, in one sentence; empty also when the reader has seen enough, as {@code head} has. */
    Optional<String> problem() {
        IOException why = failure;
        String reason = why == null ? "" : String.valueOf(why.getMessage());
        return why == null || reason.toLowerCase(Locale.ROOT).contains("pipe")
                ? Optional.empty()
                : Optional.of("The output could not be written (" + reason + ") and is not complete.");
    }
}
