package io.alphaforge.ui.shell;

/**
 * One thing that the command palette finds.
 *
 * @param title what is searched and shown
 * @param detail shown beside it: a name, a description
 * @param key its key as text, empty when it has none
 */
record PaletteEntry(Kind kind, String title, String detail, String key, Runnable run) {
    /** What an entry is, in the order in which equally good matches are listed. */
    enum Kind {
        VIEW("View"),
        ACTION("Action"),
        STRATEGY("Strategy"),
        COIN("Coin");

        private final String title;

        Kind(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }
}
