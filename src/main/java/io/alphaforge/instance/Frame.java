package io.alphaforge.instance;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One message: what it is about, and up to a mebibyte of it.
 *
 * @param body texts, each behind its length in bytes, or for output the bytes themselves; not copied
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody, and written once.
record Frame(Kind kind, byte[] body) {
    static final int LONGEST = 1 << 20;
    private static final int MOST_TEXTS = 100_000;

    /** What a message is about. */
    enum Kind {
        HELLO(1),
        FRONT(2),
        OPEN(3),
        RUN(4),
        CANCEL(5),
        OUT(6),
        ERR(7),
        EXIT(8),
        REFUSED(9),
        DONE(10);

        /** On the wire. */
        final int code;

        Kind(int code) {
            this.code = code;
        }
    }

    static Frame of(Kind kind, String... texts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (String text : texts) {
                byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
                out.writeInt(encoded.length);
                out.write(encoded);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Frame(kind, bytes.toByteArray());
    }

    /**
     * A frame of what somebody has typed.
     *
     * @throws Refusal when that is more than the other side reads
     */
    static Frame asking(Kind kind, String... texts) throws Refusal {
        Frame frame = of(kind, texts);
        if (frame.body().length > LONGEST || texts.length > MOST_TEXTS) {
            throw new Refusal("The command has more arguments than can be handed to the AlphaForge that is open; name"
                    + " fewer of them, or close it and try again.");
        }
        return frame;
    }

    /** The texts of the body. */
    List<String> texts() throws IOException {
        List<String> texts = new ArrayList<>();
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(body));
        while (in.available() > 0) {
            int length = in.readInt();
            if (length < 0 || length > in.available() || texts.size() == MOST_TEXTS) {
                throw new IOException("A text is said to have " + length + " bytes.");
            }
            texts.add(new String(in.readNBytes(length), StandardCharsets.UTF_8));
        }
        return texts;
    }
}
