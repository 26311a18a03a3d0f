package io.alphaforge.instance;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A host that says back what it is told; "wait" waits for the signal to stop, "fail" fails, "flood" writes until it cannot. */
final class ScriptedHost implements Host {
    final List<String> asked = new ArrayList<>();
    final CountDownLatch begun = new CountDownLatch(1);
    final CountDownLatch stopped = new CountDownLatch(1);
    private volatile StopSignal last = new StopSignal();

    @Override
    public synchronized void toFront() {
        asked.add("front");
    }

    @Override
    public synchronized void open(List<Path> files) throws Refusal {
        if (files.contains(Path.of("late.csv"))) {
            throw new Refusal("Too late.");
        }
        asked.add("open " + files);
    }

    /** Wants the command that began last to end, as a window does that is closed. */
    void stop() {
        last.raise();
    }

    @Override
    public int run(Call call, OutputStream out, OutputStream err, StopSignal stop) throws Refusal {
        String wanted = call.arguments().getFirst();
        last = stop;
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
            if (wanted.equals("flood")) {
                flood(out);
                return 0;
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

    private void flood(OutputStream out) {
        begun.countDown();
        try {
            while (true) {
                out.write(new byte[1 << 16]);
            }
        } catch (IOException e) {
            stopped.countDown();
        }
    }
}
