package io.alphaforge.store.sql;

import java.lang.StackWalker.StackFrame;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says what called a statement: the method through which a package was entered, and the statement's file. */
public final class Callers {
    private static final StackWalker STACK = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    /** What a thread of its own is given to do is named after the method that gave it. */
    private static final Pattern LAMBDA = Pattern.compile("^lambda\\$(.+)\\$\\d+$");

    private Callers() {}

    /**
     * The caller of what is being run on this thread, {@code Class.method (Class/file)}.
     *
     * @param inside a class of the package that was entered
     * @param file of the statement, where it has one
     */
    public static String of(Class<?> inside, Optional<String> file) {
        String packageName = inside.getPackageName();
        String entry = STACK.walk(frames -> frames.filter(
                        f -> f.getDeclaringClass().getPackageName().equals(packageName))
                .map(frame -> name(frame, packageName))
                .reduce("", (inner, outer) -> outer));
        return file.map(name -> entry + " (" + name + ")").orElse(entry);
    }

    private static String name(StackFrame frame, String packageName) {
        return frame.getDeclaringClass()
                        .getName()
                        .substring(packageName.length() + 1)
                        .replaceAll("\\$\\d*", ".")
                        .replaceAll("\\.+$", "")
                + "." + LAMBDA.matcher(frame.getMethodName()).replaceFirst("$1");
    }
}
