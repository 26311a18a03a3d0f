package io.alphaforge.ui.guide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * What the application says of itself: every {@link Book} in chapters. Holds no controls, so that it can be read on any
 * thread; one is read once and shown often.
 */
public final class Guide {
    private static final String FOLDER = "/docs/";
    private static final List<Extension> TABLES = List.of(TablesExtension.create());
    private static final TextContentRenderer WORDS =
            TextContentRenderer.builder().extensions(TABLES).build();

    private final List<Chapter> chapters;

    private Guide(List<Chapter> chapters) {
        this.chapters = chapters;
    }

    /** Reads the documents that come with the application; some milliseconds, so not on the JavaFX thread. */
    public static Guide load() {
        Parser parser = Parser.builder().extensions(TABLES).build();
        return new Guide(Arrays.stream(Book.values())
                .flatMap(book -> chapters(book, parser.parse(text(book))).stream())
                .toList());
    }

    private static String text(Book book) {
        String path = FOLDER + book.file();
        try (InputStream stream = Objects.requireNonNull(Guide.class.getResourceAsStream(path), path)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Chapter> chapters(Book book, Node document) {
        List<Chapter> chapters = new ArrayList<>();
        String title = book.title();
        List<Node> blocks = new ArrayList<>();
        for (Node at = document.getFirstChild(); at != null; at = at.getNext()) {
            if (at instanceof Heading heading && heading.getLevel() <= 2) {
                add(chapters, book, title, blocks);
                title = words(heading);
                blocks = new ArrayList<>();
            } else {
                blocks.add(at);
            }
        }
        add(chapters, book, title, blocks);
        return chapters;
    }

    private static void add(List<Chapter> chapters, Book book, String title, List<Node> blocks) {
        if (blocks.isEmpty()) {
            return;
        }
        List<String> anchors = new ArrayList<>(List.of(anchor(title)));
        StringBuilder text = new StringBuilder();
        for (Node block : blocks) {
            if (block instanceof Heading heading) {
                anchors.add(anchor(words(heading)));
            }
            text.append(words(block)).append('\n');
        }
        chapters.add(new Chapter(
                book, title, anchors.getFirst(), List.copyOf(anchors), List.copyOf(blocks), text.toString()));
    }

    /** The words of a node without their marks. */
    static String words(Node node) {
        return WORDS.render(node).strip();
    }

    /** How links name a heading: as the places where such documents are read online do. */
    static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    List<Chapter> chapters() {
        return chapters;
    }

    /** The chapters that have all of these words, in order; all of them for none. */
    List<Chapter> about(String words) {
        return words.isBlank()
                ? chapters
                : chapters.stream().filter(c -> c.has(words)).toList();
    }

    /** The chapter with a heading that links name so; without a name the first one of the book. */
    Optional<Chapter> chapter(Book book, String anchor) {
        return chapters.stream()
                .filter(c -> c.book() == book)
                .filter(c -> anchor.isEmpty() || c.anchors().contains(anchor))
                .findFirst();
    }

    /**
     * The chapter that a link leads to.
     *
     * @param from in which document the link stands
     * @param target as it is written there: "#keys", "reference.md#servers"
     */
    Optional<Chapter> linked(Book from, String target) {
        int hash = target.indexOf('#');
        String file = hash < 0 ? target : target.substring(0, hash);
        String anchor = hash < 0 ? "" : target.substring(hash + 1);
        return (file.isEmpty() ? Optional.of(from) : Book.of(file)).flatMap(book -> chapter(book, anchor));
    }
}
