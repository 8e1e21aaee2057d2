package io.pasar.standalone.browser;

/// What somebody holds in their hands: a screen's size, its colours and its language.
record Look(int width, int height, boolean dark, String locale) {

    static final Look DESK = new Look(1280, 800, false, "en");
    static final Look PHONE = new Look(360, 740, false, "en");

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
