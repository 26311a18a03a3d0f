package io.alphaforge.ui.kit;

import java.util.List;
import java.util.Optional;

/**
 * What the user has chosen and wants to find again at the next start: texts under dotted names such as {@code
 * dashboard.sort}. Belongs to the JavaFX thread; what is put is on disk a moment later.
 */
public interface Preferences {

    /** The text kept under a name, if there is one. */
    Optional<String> get(String name);

    /** Keeps a text; an empty one forgets the name. */
    void put(String name, String value);

    /** A list kept with {@link #putList}; empty when there is none. */
    List<String> list(String name);

    /** Keeps a list; an empty one forgets the name. */
    void putList(String name, List<String> values);
}
