package io.alphaforge.instance;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A host that says back what it is told; "wait" waits for the signal to stop, "fail" fails. */
final class ScriptedHost implements Host {
    final List<String> asked = new ArrayList<>();
    final CountDownLatch begun = new CountDownLatch(1);
    final CountDownLatch stopped = new CountDownLatch(1);

    @Override
    public synchronized void toFront() {
        asked.add("front");
    }

    @Override
    public synchronized void open(List<Path> files) {
        asked.add("open " + files);
    }

    @Override
    public int run(Call call, OutputStream out, OutputStream err, StopSignal stop) throws Refusal {
        String wanted = call.arguments().getFirst();
        try {
            if (wanted.equals("fail")) {
                throw new IllegalStateException("made to fail");
            }
            if (wanted.equals("refuse")) {
                throw new Refusal("Not today.");
            }
            if (wanted.equals("wait")) {
                stop.listen(stopped::countDown);
                begun.countDown();
                stopped.await();
                return 130;
            }
            out.write(String.join(" ", call.arguments()).getBytes(StandardCharsets.UTF_8));
            err.write((call.folder() + " " + call.live()).getBytes(StandardCharsets.UTF_8));
            return 7;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
