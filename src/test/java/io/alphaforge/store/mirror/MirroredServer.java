package io.alphaforge.store.mirror;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An empty server and its mirror for every test. */
abstract class MirroredServer {
    @TempDir
    Path folder;

    Pair pair;

    @BeforeEach
    final void open() {
        pair = new Pair(folder);
    }

    @AfterEach
    final void close() {
        pair.close();
    }
}
