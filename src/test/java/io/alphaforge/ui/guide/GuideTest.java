package io.alphaforge.ui.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The documents that come with the application hold together. */
class GuideTest {
    private final Guide guide = Guide.load();

    /** What stands in a chapter and leads out of it. */
    private static final class Targets extends AbstractVisitor {
        final List<String> links = new ArrayList<>();
        final List<String> pictures = new ArrayList<>();

        @Override
        public void visit(Link link) {
            links.add(link.getDestination());
            super.visit(link);
        }

        @Override
        public void visit(Image image) {
            pictures.add(image.getDestination());
        }
    }

    private static Targets targets(Chapter chapter) {
        Targets targets = new Targets();
        chapter.blocks().forEach(block -> block.accept(targets));
        return targets;
    }

    @Test
    void everyLinkLeadsToAChapter() {
        for (Chapter chapter : guide.chapters()) {
            for (String link : targets(chapter).links) {
                assertThat(guide.linked(chapter.book(), link))
                        .as("%s, %s: %s", chapter.book(), chapter.title(), link)
                        .isPresent();
            }
        }
    }

    @Test
    void everyPictureComesWithTheApplication() {
        List<String> pictures = guide.chapters().stream()
                .flatMap(chapter -> targets(chapter).pictures.stream())
                .toList();
        assertThat(pictures).hasSizeGreaterThan(5).doesNotHaveDuplicates();
        for (String picture : pictures) {
            String name = picture.substring(picture.lastIndexOf('/') + 1);
            assertThat(GuideTest.class.getResource("/assets/screenshots/guide/" + name))
                    .as(name)
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"first-run", "dashboard", "backtest", "a-coin", "runs", "data", "settings", "troubleshooting"})
    void everyPlaceHasItsChapter(String anchor) {
        assertThat(guide.chapter(Book.GUIDE, anchor)).isPresent();
    }

    @Test
    void aSearchFindsChaptersWithEveryWord() {
        assertThat(guide.about("  ")).isEqualTo(guide.chapters());
        assertThat(guide.about("SHARPE variation")).extracting(Chapter::title).containsExactly("Reading results");
        assertThat(guide.about("sortino_ratio")).extracting(Chapter::book).containsExactly(Book.REFERENCE);
        assertThat(guide.about("sharpe xylophone")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "A team's server, a-teams-server",
        "Signals, 'signals'",
        "'Signals, orders, fills', 'signals-orders-fills'",
        "'`crypto` & 30-day', 'crypto--30-day'"
    })
    void headingsAreLinkedToAsWhereSuchDocumentsAreRead(String heading, String anchor) {
        assertThat(Guide.anchor(heading)).isEqualTo(anchor);
    }
}
