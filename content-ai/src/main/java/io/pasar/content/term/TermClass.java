package io.pasar.content.term;

import java.util.Locale;

/// What kind of thing a term names. The file of a class is its name in the plural.
public enum TermClass {
    PRODUCT("products"),
    MATERIAL("materials"),
    COLOUR("colours"),
    QUALITY("qualities"),
    FEATURE("features"),
    USE("uses"),
    AUDIENCE("audiences"),
    CARE("care"),
    CERTIFICATE("certificates"),
    LABEL("labels"),
    ANSWER("answers"),
    NEUTRAL("neutral");

    private final String file;

    TermClass(String file) {
        this.file = file;
    }

    String resource() {
        return "content/terms/" + file + ".yaml";
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
