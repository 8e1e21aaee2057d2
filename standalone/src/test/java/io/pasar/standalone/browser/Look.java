package io.pasar.standalone.browser;

import java.util.List;

/// What somebody holds in their hands: a screen's size, its colours and its language.
record Look(int width, int height, boolean dark, String locale) {

    static final Look DESK = new Look(1280, 800, false, "en");
    static final Look PHONE = new Look(360, 740, false, "en");

    private static final List<Look> ALL = List.of(
            DESK,
            DESK.inDark().in("zh"),
            DESK.in("ar"),
            PHONE,
            PHONE.in("zh"),
            PHONE.inDark().in("ar"),
            PHONE.in("es"),
            PHONE.inDark().in("id"));

    private static final List<Look> CHECKED = List.of(DESK, PHONE.inDark().in("ar"));

    /// How every page is looked at: at a desk and on a phone, in every language, in both themes.
    static List<Look> all() {
        return ALL;
    }

    /// One look for each theme is held against the rules of accessibility, at both widths and in both directions.
    boolean isChecked() {
        return CHECKED.contains(this);
    }

    boolean isPhone() {
        return width == PHONE.width;
    }

    Look inDark() {
        return new Look(width, height, true, locale);
    }

    Look in(String language) {
        return new Look(width, height, dark, language);
    }

    @Override
    public String toString() {
        return width + "-" + locale + (dark ? "-dark" : "-light");
    }
}
