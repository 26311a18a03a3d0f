package io.alphaforge.feed;

import io.alphaforge.market.Instrument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the names in JSON objects mean, which are those of the first one and whatever later ones add. */
final class JsonNames {
    /** Without one of these an object is no candle. */
    static final List<Role> NEEDED = List.of(Role.TIME, Role.OPEN, Role.HIGH, Role.LOW, Role.CLOSE);

    private static final Pattern PAIR = Pattern.compile("[A-Z0-9]+([/_:.-][A-Z0-9]+)*");

    private final Function<String, Optional<Instrument>> instruments;
    private final Map<String, Role> roles = new LinkedHashMap<>();
    private final List<String> values = new ArrayList<>();

    JsonNames(Function<String, Optional<Instrument>> instruments) {
        this.instruments = instruments;
    }

    /** Whether a name around rows can be that of their market: {@code BTC/USDT}, but not {@code data}. */
    static boolean isMarket(String name) {
        try {
            return PAIR.matcher(name).matches()
                    && !Instrument.parse(name).quote().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static boolean isSymbol(String name) {
        return ColumnNames.roles(List.of(name), List.of(""), symbol -> Optional.empty())
                .contains(Role.SYMBOL);
    }

    /** Whether an object with these values is a candle. */
    static boolean isRow(Map<String, String> object) {
        return ColumnNames.roles(List.copyOf(object.keySet()), List.copyOf(object.values()), symbol -> Optional.empty())
                .containsAll(NEEDED);
    }

    /** Takes the names of the first object. */
    List<Role> learn(Map<String, String> object) {
        List<String> names = List.copyOf(object.keySet());
        values.addAll(object.values());
        List<Role> read = Recipe.withOneVolume(ColumnNames.roles(names, values, instruments));
        for (int i = 0; i < names.size(); i++) {
            roles.put(names.get(i), read.get(i));
        }
        return roles();
    }

    /** What a name means; null when no object had it before. */
    @Nullable
    Role role(String name) {
        return roles.get(name);
    }

    /** Takes a name that the objects before did not have; it means nothing that another one means already. */
    Role extend(String name, String value) {
        List<String> names = new ArrayList<>(roles.keySet());
        names.add(name);
        values.add(value);
        Role role = ColumnNames.roles(names, values, instruments).getLast();
        boolean volume = role == Role.VOLUME || role == Role.QUOTE_VOLUME;
        boolean taken = roles.containsValue(role)
                || (volume && (roles.containsValue(Role.VOLUME) || roles.containsValue(Role.QUOTE_VOLUME)));
        roles.put(name, taken ? Role.IGNORED : role);
        return taken ? Role.IGNORED : role;
    }

    List<Role> roles() {
        return List.copyOf(roles.values());
    }
}
