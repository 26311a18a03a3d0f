package io.alphaforge.ui.settings;

import io.alphaforge.run.TlsMode;
import io.alphaforge.ui.kit.Controls;
import javafx.beans.property.StringProperty;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

/** The fields of a profile, and of its password, which is in no model: it is taken out of its field once. */
final class ProfileForm {
    private static final int WIDE = 3;
    private static final double VALUE = 240;

    private final GridPane grid = new GridPane();
    private final PasswordField password = new PasswordField();
    private final CheckBox remember = new CheckBox("_Remember in the key store of this computer");
    private final TextField name;
    private int row;

    ProfileForm(ProfilesViewModel model) {
        ProfileFields fields = model.fields();
        grid.getStyleClass().add("profile-form");
        grid.getColumnConstraints().setAll(label(), value(), label(), value());
        name = field("profile-name", fields.name, "A name of your own", "");
        line("_Name", name);
        TextField hosts = field(
                "profile-hosts",
                fields.hosts,
                "db1.example.org",
                "Several are separated by commas: the first that answers");
        TextField port = field("profile-port", fields.port, "5432", "Of hosts that name none themselves");
        pair("_Host", hosts, "_Port", port);
        TextField database = field("profile-database", fields.database, "market", "");
        TextField user = field("profile-user", fields.user, "", "Empty for the name you are logged in with here");
        pair("_Database", database, "_User", user);
        password.setId("profile-password");
        password.setAccessibleText("Password");
        password.textProperty().subscribe(text -> {
            if (!text.isEmpty()) {
                model.touched();
            }
        });
        remember.setId("profile-remember");
        remember.setMinWidth(Region.USE_PREF_SIZE);
        remember.setSelected(true);
        remember.disableProperty().bind(password.textProperty().map(String::isEmpty));
        Hyperlink forget = new Hyperlink("Forget it");
        forget.setId("profile-forget");
        forget.setTooltip(new Tooltip("Remove the password from the key store."));
        forget.setOnAction(e -> model.forgetPassword());
        Controls.shown(
                forget,
                model.chosen().map(now -> now != null && now.remembered()).orElse(false));
        forget.disableProperty().bind(model.draft().or(model.saving()));
        HBox secret = new HBox(remember, forget);
        secret.getStyleClass().add("profile-beside");
        add("Pass_word", password, 0, 1);
        grid.add(secret, 2, row++, 2, 1);
        ComboBox<TlsMode> tls = new ComboBox<>();
        tls.setId("profile-tls");
        tls.getItems().setAll(TlsMode.values());
        tls.setConverter(new Titles());
        tls.setMaxWidth(Double.MAX_VALUE);
        tls.valueProperty().bindBidirectional(fields.tls);
        TextField certificate = field(
                "profile-certificate",
                fields.rootCertificate,
                "File, else those that Java trusts",
                "File with the certificates (PEM) of the authorities that are trusted");
        certificate.disableProperty().bind(fields.tls.map(mode -> !mode.checks()));
        pair("_Encryption", tls, "Root certi_ficate", certificate);
        TextField replicas = field(
                "profile-replicas",
                fields.replicas,
                "None: read from the host above",
                "Hosts to read from, separated by commas; a secondary that is up is preferred");
        TextField timeout = field(
                "profile-timeout",
                fields.timeout,
                "120",
                "Seconds after which the server gives up a statement that reads; 0 for no limit");
        pair("Read re_plicas", replicas, "_Timeout (s)", timeout);
        TextField redis = field(
                "profile-redis",
                fields.redis,
                "redis://user@host:6379, rediss:// for TLS",
                "Results are shared through it; its password comes from ALPHAFORGE_REDIS_PASSWORD");
        CheckBox pooled = new CheckBox("P_gBouncer stands in between");
        pooled.setId("profile-pooled");
        pooled.setTooltip(new Tooltip("Nothing depends on a session of the server then, as poolers want it."));
        pooled.selectedProperty().bindBidirectional(fields.pooled);
        add("Redis U_RL", redis, 0, 1);
        grid.add(pooled, 2, row++, 2, 1);
        model.chosen().subscribe(now -> blank(now != null && now.remembered()));
        model.draft().subscribe(typed -> {
            if (!typed) {
                password.clear();
            }
        });
    }

    private void blank(boolean remembered) {
        password.clear();
        password.setPromptText(remembered ? "Kept in the key store" : "Empty: environment or ~/.pgpass");
    }

    Parent node() {
        return grid;
    }

    void focus() {
        name.requestFocus();
    }

    /** What was typed, to be wiped by whoever takes it; the field is left as it is. */
    char[] password() {
        return password.getText().toCharArray();
    }

    boolean remember() {
        return remember.isSelected();
    }

    private static ColumnConstraints label() {
        ColumnConstraints column = new ColumnConstraints();
        column.setMinWidth(Region.USE_PREF_SIZE);
        column.setHalignment(HPos.LEFT);
        return column;
    }

    private static ColumnConstraints value() {
        ColumnConstraints column = new ColumnConstraints();
        column.setHgrow(Priority.ALWAYS);
        column.setPrefWidth(VALUE);
        return column;
    }

    private static TextField field(String id, StringProperty text, String prompt, String tip) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.textProperty().bindBidirectional(text);
        if (!tip.isEmpty()) {
            field.setTooltip(new Tooltip(tip));
        }
        return field;
    }

    private void line(String title, Node field) {
        add(title, field, 0, WIDE);
        row++;
    }

    private void pair(String first, Node left, String second, Node right) {
        add(first, left, 0, 1);
        add(second, right, 2, 1);
        row++;
    }

    private void add(String title, Node field, int column, int span) {
        Label label = new Label(title);
        label.setMnemonicParsing(true);
        label.setLabelFor(field);
        label.getStyleClass().add("profile-label");
        field.setAccessibleText(title.replace("_", ""));
        grid.add(label, column, row);
        grid.add(field, column + 1, row, span, 1);
    }

    private static final class Titles extends StringConverter<TlsMode> {
        @Override
        public String toString(TlsMode mode) {
            return mode == null ? "" : mode.title();
        }

        @Override
        public TlsMode fromString(String text) {
            throw new UnsupportedOperationException("Modes are chosen, not typed.");
        }
    }
}
