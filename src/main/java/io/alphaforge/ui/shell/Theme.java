package io.alphaforge.ui.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

/** How the window looks: dark on light or light on dark. */
enum Theme {
    LIGHT(new PrimerLight().getUserAgentStylesheet()),
    DARK(new PrimerDark().getUserAgentStylesheet());

    private final String stylesheet;

    Theme(String stylesheet) {
        this.stylesheet = stylesheet;
    }

    String stylesheet() {
        return stylesheet;
    }

    /** The style class of the scene's root, for what differs beyond the theme's own colours. */
    String styleClass() {
        return this == DARK ? "dark" : "light";
    }

    Theme other() {
        return this == DARK ? LIGHT : DARK;
    }
}
