import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Starts the application and does with keyboard and mouse what users do first: demo coins, the dashboard, a backtest, a
 * coin, the archive, data, settings. Arguments are the home folder to work in, directives for the compiler that begin to
 * hold when the dashboard is there, the address of a server to work with at the end or nothing, and the command that
 * starts the application.
 */
final class Driver {
    private static final int SHORTCUT =
            System.getProperty("os.name").startsWith("Mac") ? KeyEvent.VK_META : KeyEvent.VK_CONTROL;

    /** The screen counts as quiet when it has not changed for so long. */
    private static final long QUIET_MS = 1_500;

    /** A caret that blinks changes fewer pixels, anything else that moves changes more. */
    private static final int MOVING = 100;

    private static final long PATIENCE_MS = 120_000;

    private final Robot robot = new Robot();

    private final Process application;

    private Driver(Process application) throws java.awt.AWTException {
        this.application = application;
        robot.setAutoDelay(40);
    }

    public static void main(String[] arguments) throws Exception {
        List<String> command = Arrays.asList(arguments).subList(3, arguments.length);
        Process application = new ProcessBuilder(command).inheritIO().start();
        try {
            new Driver(application).firstMinutes(arguments[1], arguments[2]);
            // Afterwards the runtime writes its cache.
            if (!application.waitFor(10, TimeUnit.MINUTES) || application.exitValue() != 0) {
                throw new IllegalStateException("The application did not end in order.");
            }
        } finally {
            application.destroy();
        }
    }

    private void firstMinutes(String directives, String server) throws IOException, InterruptedException {
        quiet();
        // Without a window manager the keyboard belongs to the window under the mouse.
        Point middle = middle();
        robot.mouseMove(middle.x, middle.y);
        press(KeyEvent.VK_ENTER); // demo coins
        quiet();
        direct(directives);
        robot.mouseWheel(5);
        robot.mouseWheel(-5);
        place(KeyEvent.VK_2);
        shortcut(KeyEvent.VK_ENTER); // the backtest
        quiet();
        palette("BIMIUSDT"); // a coin
        place(KeyEvent.VK_3);
        place(KeyEvent.VK_4);
        place(KeyEvent.VK_5);
        robot.keyPress(KeyEvent.VK_SHIFT);
        shortcut(KeyEvent.VK_L); // the other theme
        robot.keyRelease(KeyEvent.VK_SHIFT);
        quiet();
        place(KeyEvent.VK_1);
        if (!server.isEmpty()) {
            palette("CONNECT");
            paste(server);
            press(KeyEvent.VK_ENTER);
            quiet();
            place(KeyEvent.VK_2);
            shortcut(KeyEvent.VK_ENTER);
            quiet();
        }
        shortcut(KeyEvent.VK_Q);
    }

    private void direct(String directives) throws IOException, InterruptedException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process process = new ProcessBuilder(
                        jcmd, Long.toString(application.pid()), "Compiler.directives_add", directives)
                .inheritIO()
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("The compiler took no directives.");
        }
    }

    private void place(int digit) throws InterruptedException {
        shortcut(digit);
        quiet();
    }

    private void palette(String text) throws InterruptedException {
        shortcut(KeyEvent.VK_K);
        quiet();
        for (char c : text.toCharArray()) {
            press(KeyEvent.getExtendedKeyCodeForChar(c));
        }
        quiet();
        press(KeyEvent.VK_ENTER);
        quiet();
    }

    private void paste(String text) throws InterruptedException {
        Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(text), null);
        shortcut(KeyEvent.VK_V);
        quiet();
    }

    private void press(int key) {
        robot.keyPress(key);
        robot.keyRelease(key);
    }

    private void shortcut(int key) {
        robot.keyPress(SHORTCUT);
        press(key);
        robot.keyRelease(SHORTCUT);
    }

    /** Waits until something is on the screen and nothing on it moves any more. */
    private void quiet() throws InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE_MS;
        int[] last = picture();
        long since = System.currentTimeMillis();
        while (System.currentTimeMillis() - since < QUIET_MS || isEmpty(last)) {
            if (!application.isAlive()) {
                throw new IllegalStateException("The application ended with status " + application.exitValue()
                        + " before the robot had used its window; what it says stands above.");
            }
            if (System.currentTimeMillis() > end) {
                throw new IllegalStateException("The window does not come to rest.");
            }
            TimeUnit.MILLISECONDS.sleep(50);
            int[] now = picture();
            if (differing(now, last) > MOVING) {
                since = System.currentTimeMillis();
            }
            last = now;
        }
    }

    private static Point middle() {
        Rectangle screen = new Rectangle(Toolkit.getDefaultToolkit().getScreenSize());
        return new Point(screen.width / 2, screen.height / 2);
    }

    private int[] picture() {
        BufferedImage image = robot.createScreenCapture(
                new Rectangle(Toolkit.getDefaultToolkit().getScreenSize()));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    private static int differing(int[] one, int[] other) {
        int count = 0;
        for (int i = 0; i < one.length; i++) {
            count += one[i] == other[i] ? 0 : 1;
        }
        return count;
    }

    private static boolean isEmpty(int[] picture) {
        return Arrays.stream(picture).allMatch(pixel -> pixel == picture[0]);
    }
}
