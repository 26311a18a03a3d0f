package io.alphaforge.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;

/** How the window looks: dark on light or light on dark. */
public enum Theme {
    LIGHT(new PrimerLight().getUserAgentStylesheet()),
    DARK(new PrimerDark().getUserAgentStylesheet());

    private final String stylesheet;

    Theme(String stylesheet) {
        this.stylesheet = stylesheet;
    }

    /** The theme's own stylesheet, for {@code Application.setUserAgentStylesheet}. */
    public String stylesheet() {
        return stylesheet;
    }

    /** The style class of the scene's root, for what differs beyond the theme's own colours. */
    public String styleClass() {
        return this == DARK ? "dark" : "light";
    }

    public Theme other() {
        return this == DARK ? LIGHT : DARK;
    }
}
