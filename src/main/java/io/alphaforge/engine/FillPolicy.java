package io.alphaforge.engine;

import java.util.Arrays;
import java.util.stream.Collectors;

/** At which price a signal is filled; each choice names its bias. */
public enum FillPolicy {
    /**
     * At the open of the next existing bar: what a trader could have done who sees a bar complete and acts. A signal on
     * the last bar stays pending.
     */
    NEXT_OPEN("next-open", "filled at the open of the bar after the signal"),
    /**
     * At the close of the signal's own bar: optimistic, since the price that gives the signal is also the price paid.
     */
    SAME_CLOSE("same-close", "filled at the close of the signal's own bar (optimistic)");

    private final String code;
    private final String description;

    FillPolicy(String code, String description) {
        this.code = code;
        this.description = description;
    }

    public String code() {
        return code;
    }

    public String description() {
        return description;
    }

    /**
     * The one of this name.
     *
     * @throws IllegalArgumentException naming the known policies
     */
    public static FillPolicy parse(String text) {
        return Arrays.stream(values())
                .filter(p -> p.code.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown fill policy '" + text + "'; known are "
                        + Arrays.stream(values()).map(FillPolicy::code).collect(Collectors.joining(", ")) + "."));
    }

    @Override
    public String toString() {
        return code;
    }
}
