package io.pasar.content.language;

import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// A language copy can be asked for. Each has a profile `content/languages/<code>.yaml`; those that are
/// [composed][LanguageProfile#composed] also have terms and a grammar, so that the built-in model writes them.
public enum Language {
    EN,
    ZH,
    ID,
    ES,
    AR,
    DE,
    FR,
    JA;

    /// The ISO 639 code.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether words are written without spaces between them.
    public boolean unspaced() {
        return this == ZH || this == JA;
    }

    /// The language of a locale, if copy can be asked for in it. Chinese means the simplified script; a locale
    /// that stands for traditional characters has none here.
    public static Optional<Language> of(Locale locale) {
        ULocale full = ULocale.addLikelySubtags(ULocale.forLocale(locale));
        if (full.getLanguage().equals("zh") && !full.getScript().equals("Hans")) {
            return Optional.empty();
        }
        return ofCode(full.getLanguage());
    }

    /// The language with this ISO 639 code.
    public static Optional<Language> ofCode(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code().equals(code))
                .findFirst();
    }
}
