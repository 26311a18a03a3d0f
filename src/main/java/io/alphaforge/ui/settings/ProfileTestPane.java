package io.alphaforge.ui.settings;

import io.alphaforge.run.Finding;
import io.alphaforge.ui.kit.Controls;
import java.util.Locale;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a test of a connection has found: one sentence, and below it every step. */
final class ProfileTestPane {
    private final Label verdict = new Label();
    private final GridPane steps = new GridPane();
    private final VBox root;

    ProfileTestPane(ProfileTester tester) {
        verdict.setId("profile-verdict");
        verdict.setWrapText(true);
        verdict.setMinHeight(Region.USE_PREF_SIZE);
        verdict.setMaxWidth(Double.MAX_VALUE);
        steps.getStyleClass().add("profile-steps");
        Label wait = new Label("Testing the connection…");
        HBox busy = new HBox(Controls.busy("Testing the connection", tester.busy()), wait);
        busy.getStyleClass().add("profile-beside");
        Controls.shown(busy, tester.busy());
        root = new VBox(busy, verdict, steps);
        root.getStyleClass().add("profile-test");
        tester.result().subscribe(this::show);
    }

    Parent node() {
        return root;
    }

    private void show(ProfileTest test) {
        verdict.setText(test.verdict());
        verdict.setVisible(!test.verdict().isEmpty());
        verdict.setManaged(!test.verdict().isEmpty());
        verdict.setGraphic(new FontIcon(test.ok() ? Feather.CHECK_CIRCLE : Feather.ALERT_CIRCLE));
        verdict.getStyleClass().removeAll("profile-well", "profile-ill");
        verdict.getStyleClass().add(test.ok() ? "profile-well" : "profile-ill");
        steps.getChildren().clear();
        int row = 0;
        for (Finding finding : test.findings()) {
            FontIcon mark = new FontIcon(finding.ok() ? Feather.CHECK : Feather.X);
            mark.getStyleClass().add(finding.ok() ? "profile-step-well" : "profile-step-ill");
            Label name = new Label(capitalized(finding.name()));
            name.getStyleClass().add("profile-label");
            name.setMinWidth(Region.USE_PREF_SIZE);
            Label text = new Label(finding.text());
            text.setWrapText(true);
            text.setMinHeight(Region.USE_PREF_SIZE);
            GridPane.setHgrow(text, Priority.ALWAYS);
            steps.addRow(row++, mark, name, text);
        }
    }

    private static String capitalized(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
