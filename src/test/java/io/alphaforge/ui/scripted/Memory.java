package io.alphaforge.ui.scripted;

import java.lang.ref.WeakReference;
import java.util.List;

/** Whether something is still held by anybody. */
public final class Memory {
    private static final int ROUNDS = 60;

    private Memory() {}

    /** Collects garbage until nothing of this is reachable; false when some of it stays. */
    public static boolean clears(List<? extends WeakReference<?>> references) {
        for (int i = 0; i < ROUNDS; i++) {
            System.gc();
            // What the toolkit remembers of the last frames goes with new ones.
            Screen.settle();
            if (references.stream().allMatch(reference -> reference.get() == null)) {
                return true;
            }
        }
        return false;
    }
}
