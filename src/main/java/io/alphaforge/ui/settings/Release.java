package io.alphaforge.ui.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of the application: numbers, and whether it is one that comes before the release of these numbers.
 *
 * @param numbers without zeros at the end
 */
record Release(List<Integer> numbers, boolean early) implements Comparable<Release> {
    private static final Pattern FORM = Pattern.compile("v?(\\d{1,6}(?:\\.\\d{1,6}){0,3})(-[0-9A-Za-z.-]{1,40})?");

    /** Reads "1.2.3" or "1.2.3-beta"; empty when it is no version. */
    static Optional<Release> parse(String text) {
        Matcher found = FORM.matcher(text.strip());
        if (!found.matches()) {
            return Optional.empty();
        }
        List<Integer> numbers = new ArrayList<>();
        for (String number : found.group(1).split("\\.", -1)) {
            numbers.add(Integer.parseInt(number));
        }
        while (numbers.size() > 1 && numbers.getLast() == 0) {
            numbers.removeLast();
        }
        return Optional.of(new Release(List.copyOf(numbers), found.group(2) != null));
    }

    @Override
    public int compareTo(Release other) {
        for (int i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
            int order = Integer.compare(part(i), other.part(i));
            if (order != 0) {
                return order;
            }
        }
        return Boolean.compare(other.early, early);
    }

    private int part(int index) {
        return index < numbers.size() ? numbers.get(index) : 0;
    }
}
