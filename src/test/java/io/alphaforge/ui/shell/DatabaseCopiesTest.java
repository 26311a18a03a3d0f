package io.alphaforge.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.alphaforge.ui.kit.Theme;
import io.alphaforge.ui.scripted.RealWorkspace;
import io.alphaforge.ui.scripted.Screen;
import io.alphaforge.ui.settings.Appearance;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Backing up and restoring as a user does it, and what the window shows of other processes. */
@Timeout(120)
class DatabaseCopiesTest {
    @TempDir
    private Path home;

    private final RealWorkspace workspace = new RealWorkspace();

    private static void picture(TestWindow at, String name) {
        for (Theme theme : Theme.values()) {
            Screen.run(() -> at.window
                    .appearance()
                    .choice()
                    .set(theme == Theme.DARK ? Appearance.Choice.DARK : Appearance.Choice.LIGHT));
            Screen.picture(at.window.stage(), 1280, 720, "daily-" + name + "-" + theme.styleClass());
        }
    }

    private static boolean says(TestWindow at, String words) {
        return at.node("#notices").lookupAll(".label").stream()
                .anyMatch(
                        node -> node instanceof Labeled label && label.getText().contains(words));
    }

    private static int coins(TestWindow at) {
        return at.ready() ? at.desk().contents().get().coins() : -1;
    }

    @Test
    void aBackupIsMadeWhileOneWorksAndPutBack() throws IOException {
        Files.writeString(
                home.resolve("settings.json"), "{\"updates.feed\": \"https://alphaforge.example/releases.json\"}");
        TestWindow at = TestWindow.open(workspace, home).withDemo();
        at.go(Place.SETTINGS);
        picture(at, "settings");
        Path file = home.resolve("kept.backup.duckdb");

        at.click("#back-up");
        assertThat(file).doesNotExist();
        at.chosen = file;
        at.click("#back-up");
        Screen.await("the backup", () -> says(at, "was read back"));
        assertThat(file).exists();

        // What is deleted afterwards comes back.
        workspace
                .current()
                .bars()
                .delete(workspace.current().bars().series().getFirst().key());
        Screen.run(() -> at.desk().storeChanged().run());
        Screen.await("one less", () -> coins(at) == TestWindow.COINS - 1);
        at.click("#restore");
        picture(at, "restore-question");
        CountDownLatch looked = new CountDownLatch(1);
        workspace.whileRestoring(() -> await(looked));
        at.click("#question-go");
        Screen.await(
                "progress",
                () -> at.find("#restore-progress") instanceof Label now
                        && now.getText().contains("%"));
        picture(at, "restoring");
        looked.countDown();
        Screen.await("everything is back", () -> coins(at) == TestWindow.COINS);
        Screen.await("a notice", () -> says(at, "before-restore"));

        try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
            cut.setLength(cut.length() / 2);
        }
        Screen.await("the workspace", at::ready);
        at.go(Place.SETTINGS);
        at.click("#restore");
        at.click("#question-go");
        Screen.await("a refusal", () -> says(at, "nothing was changed"));
        Screen.await("the database is open again", () -> coins(at) == TestWindow.COINS);
        at.close();
    }

    @Test
    void aCommandOfAnotherProcessIsAJobOfTheWindow() throws IOException {
        TestWindow at = TestWindow.open(workspace, home).withDemo();
        CountDownLatch cancelled = new CountDownLatch(1);
        OpenWindow door = at.window.requests();
        Runnable over = door.begin("Command import", cancelled::countDown, () -> {});
        Screen.await("the job", () -> at.find("#status-job") != null);
        picture(at, "command");
        at.click("#status-cancel");
        assertThat(cancelled.getCount()).isZero();
        over.run();
        Screen.await("the end of the job", () -> at.find("#status-job") == null);

        Screen.run(() -> at.window.stage().setIconified(true));
        door.toFront();
        Screen.await("the window", () -> !at.window.stage().isIconified());
        assertThat(Screen.call(() -> at.window.stage().isAlwaysOnTop())).isFalse();

        Path file = Files.writeString(
                home.resolve("ABCUSDT_1d.csv"),
                "timestamp,open,high,low,close,volume\n1700006400000,1,2,0.5,1.5,10\n1700092800000,1.5,3,1,2,20\n");
        door.openFiles(List.of(file));
        at.await("#offer-yes");
        at.click("#offer-yes");
        Screen.await("the new coin", () -> coins(at) == TestWindow.COINS + 1);
        at.close();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
