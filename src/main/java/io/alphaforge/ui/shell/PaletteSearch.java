package io.alphaforge.ui.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Finds palette entries by what is typed: the beginning of the title first, then the beginning of a word in it, then any
 * place, then the detail, then letters in order with others between.
 */
final class PaletteSearch {
    private static final int NONE = Integer.MAX_VALUE;

    private PaletteSearch() {}

    /** The best entries for a query, at most this many; for an empty query everything but coins. */
    static List<PaletteEntry> find(List<PaletteEntry> entries, String query, int most) {
        String wanted = query.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return entries.stream()
                    .filter(e -> e.kind() != PaletteEntry.Kind.COIN)
                    .limit(most)
                    .toList();
        }
        List<Ranked> found = new ArrayList<>();
        for (PaletteEntry entry : entries) {
            int rank = rank(entry, wanted);
            if (rank != NONE) {
                found.add(new Ranked(entry, rank));
            }
        }
        return found.stream()
                .sorted(Comparator.comparingInt(Ranked::rank)
                        .thenComparing(r -> r.entry().kind())
                        .thenComparingInt(r -> r.entry().title().length())
                        .thenComparing(r -> r.entry().title()))
                .limit(most)
                .map(Ranked::entry)
                .toList();
    }

    private record Ranked(PaletteEntry entry, int rank) {}

    private static int rank(PaletteEntry entry, String wanted) {
        String title = entry.title().toLowerCase(Locale.ROOT);
        if (title.startsWith(wanted)) {
            return 0;
        }
        int at = title.indexOf(wanted);
        if (at > 0) {
            return Character.isLetterOrDigit(title.charAt(at - 1)) ? 2 : 1;
        }
        if (entry.detail().toLowerCase(Locale.ROOT).contains(wanted)) {
            return 3;
        }
        return inOrder(title, wanted) ? 4 : NONE;
    }

    private static boolean inOrder(String title, String wanted) {
        int at = 0;
        for (int i = 0; i < wanted.length(); i++) {
            if (wanted.charAt(i) == ' ') {
                continue;
            }
            at = title.indexOf(wanted.charAt(i), at) + 1;
            if (at == 0) {
                return false;
            }
        }
        return true;
    }
}
