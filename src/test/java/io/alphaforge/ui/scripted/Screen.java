package io.alphaforge.ui.scripted;

import io.alphaforge.ui.kit.Assets;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.scene.Group;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/** What tests of the window need: calls on the JavaFX thread, waiting for a condition, pictures. */
public final class Screen {
    private static final Path PICTURES = Path.of("target", "screenshots");
    /** Pictures of the guide; -Dalphaforge.pictures=renew takes those that are there anew. */
    private static final Path GUIDE = Path.of("assets", "screenshots", "guide");

    private static boolean started;

    private Screen() {}

    /** Starts the toolkit once for all tests of the process. */
    public static synchronized void start() {
        if (!started) {
            Platform.startup(() -> Platform.setImplicitExit(false));
            call(() -> {
                Assets.loadFonts();
                return true;
            });
            started = true;
        }
    }

    public static <T> T call(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
        try {
            return task.get(20, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (TimeoutException e) {
            AssertionError busy = new AssertionError("The JavaFX thread is busy with this:", e);
            Thread.getAllStackTraces().forEach((thread, stack) -> {
                if (thread.getName().equals("JavaFX Application Thread")) {
                    busy.setStackTrace(stack);
                }
            });
            throw busy;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public static void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    /** Waits until the condition, asked on the JavaFX thread, holds. */
    public static void await(String what, BooleanSupplier condition) {
        await(what, Duration.ofSeconds(30), condition);
    }

    /** The same with a limit of the test's own. */
    public static void await(String what, Duration most, BooleanSupplier condition) {
        long end = System.nanoTime() + most.toNanos();
        while (!call(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Still waiting: " + what);
            }
            pause();
        }
    }

    /** Lets a few frames pass. */
    public static void settle() {
        for (int i = 0; i < 4; i++) {
            pause();
            run(() -> {});
        }
    }

    private static void pause() {
        try {
            Thread.sleep(25);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Writes what a window of this size would show as a PNG and returns its path; the headless screen itself is small. */
    public static Path picture(Stage stage, int width, int height, String name) {
        settle();
        BufferedImage copy = call(() -> {
            Parent root = stage.getScene().getRoot();
            stage.getScene().setRoot(new Group());
            Scene large = new Scene(root, width, height);
            large.getStylesheets().setAll(stage.getScene().getStylesheets());
            // Tables learn in one pass how many rows fit and make them in the next.
            large.snapshot(null);
            large.snapshot(null);
            BufferedImage image = copy(large.snapshot(null));
            large.setRoot(new Group());
            stage.getScene().setRoot(root);
            return image;
        });
        return write(copy, name + "-" + width + "x" + height);
    }

    /** Writes what a menu or another window over the stage shows as a PNG and returns its path. */
    public static Path picture(PopupWindow popup, String name) {
        settle();
        return write(call(() -> copy(popup.getScene().snapshot(null))), name);
    }

    private static Path write(BufferedImage copy, String name) {
        try {
            Files.createDirectories(PICTURES);
            Path file = PICTURES.resolve(name + ".png");
            ImageIO.write(copy, "png", file.toFile());
            Path kept = GUIDE.resolve(file.getFileName());
            if ("renew".equals(System.getProperty("alphaforge.pictures")) && Files.exists(kept)) {
                Files.copy(file, kept, StandardCopyOption.REPLACE_EXISTING);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage copy(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int[] pixels = ((DataBufferInt) copy.getRaster().getDataBuffer()).getData();
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        return copy;
    }
}
