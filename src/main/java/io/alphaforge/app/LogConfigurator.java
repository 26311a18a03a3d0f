package io.alphaforge.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import ch.qos.logback.core.util.FileSize;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Sets up logging in code, which starts faster than a configuration file: everything goes to a file under the home
 * folder that is begun anew every day, nothing to the screen. Where that folder cannot be written nothing is logged at all: the user is told of
 * every failure in a sentence anyway. Outside the application errors go to standard error.
 */
public final class LogConfigurator extends ContextAwareBase implements Configurator {
    /** System property with the file that is being written, {@code NAME.log}; set before the first logger is asked for. */
    static final String FILE = "alphaforge.log";

    private static final String ENDING = ".log";

    private final Limits limits;

    /** Five files of 5 MB, and none older than two weeks. */
    public LogConfigurator() {
        this(new Limits(5 << 20, 25 << 20, 14));
    }

    LogConfigurator(Limits limits) {
        this.limits = limits;
    }

    /**
     * How much is kept.
     *
     * @param file bytes of one file, after which the next is begun; as is every day in UTC
     * @param total bytes of all finished files together
     * @param days how old a finished file may get
     */
    record Limits(long file, long total, int days) {}

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        String file = System.getProperty(FILE);
        if (file == null) {
            ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
            console.setTarget("System.err");
            root(context, console, Level.ERROR);
        } else if (writable(Path.of(file).toAbsolutePath().getParent())) {
            // Without a listener the logging library tells the screen that it cannot open its file.
            context.getStatusManager().add(new NopStatusListener());
            root(context, file(context, Path.of(file).toAbsolutePath()), Level.INFO);
        } else {
            context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
        }
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static boolean writable(@Nullable Path folder) {
        if (folder == null) {
            return false;
        }
        try {
            Files.createDirectories(folder);
            return Files.isWritable(folder);
        } catch (java.io.IOException e) {
            return false;
        }
    }

    private static void root(LoggerContext context, OutputStreamAppender<ILoggingEvent> appender, Level level) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z', UTC} %-5level [%thread] %logger{30} - %msg%n");
        encoder.start();
        appender.setContext(context);
        appender.setEncoder(encoder);
        appender.start();
        ch.qos.logback.classic.Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(level);
        root.addAppender(appender);
        context.getLogger("org.flywaydb").setLevel(Level.WARN);
        // What the key store's library sends over the bus is nobody's business, least of all a log's.
        context.getLogger("org.freedesktop").setLevel(Level.WARN);
        context.getLogger("de.swiesend").setLevel(Level.WARN);
    }

    private RollingFileAppender<ILoggingEvent> file(LoggerContext context, Path path) {
        RollingFileAppender<ILoggingEvent> file = new RollingFileAppender<>();
        file.setContext(context);
        file.setFile(path.toString());
        SizeAndTimeBasedRollingPolicy<ILoggingEvent> rolling = new SizeAndTimeBasedRollingPolicy<>();
        rolling.setContext(context);
        rolling.setParent(file);
        String name = path.toString();
        rolling.setFileNamePattern(
                name.substring(0, name.length() - ENDING.length()) + ".%d{yyyy-MM-dd, UTC}.%i" + ENDING);
        rolling.setMaxFileSize(new FileSize(limits.file()));
        rolling.setTotalSizeCap(new FileSize(limits.total()));
        rolling.setMaxHistory(limits.days());
        rolling.setCleanHistoryOnStart(true);
        rolling.start();
        file.setRollingPolicy(rolling);
        return file;
    }
}
