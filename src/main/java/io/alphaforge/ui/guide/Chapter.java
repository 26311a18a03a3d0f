package io.alphaforge.ui.guide;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.commonmark.node.Node;

/**
 * A part of a document under one heading of the second level, or what stands before the first of them.
 *
 * @param anchor how links name its heading
 * @param anchors those of every heading inside, its own among them
 * @param blocks what stands below the heading, in order
 * @param text all words of it, for a search
 */
record Chapter(Book book, String title, String anchor, List<String> anchors, List<Node> blocks, String text) {

    /** Whether every one of these words is in here, whatever their case. */
    boolean has(String words) {
        String all = (title + "\n" + text).toLowerCase(Locale.ROOT);
        return Arrays.stream(words.strip().toLowerCase(Locale.ROOT).split("\\s+"))
                .allMatch(all::contains);
    }
}
