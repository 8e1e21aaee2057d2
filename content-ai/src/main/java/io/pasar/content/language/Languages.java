package io.pasar.content.language;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/// All language profiles.
public final class Languages {

    private final Map<Language, LanguageProfile> profiles;

    private Languages(Map<Language, LanguageProfile> profiles) {
        this.profiles = Collections.unmodifiableMap(profiles);
    }

    /// Reads the profile of every [Language].
    public static Languages load() {
        Map<Language, LanguageProfile> profiles = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            DataFile file = DataFile.read("content/languages/" + language.code() + ".yaml");
            profiles.put(language, file.as(LanguageProfile.class));
        }
        return new Languages(profiles);
    }

    public LanguageProfile profile(Language language) {
        return Objects.requireNonNull(profiles.get(language));
    }

    /// The languages the built-in model writes.
    public List<Language> composed() {
        return Stream.of(Language.values())
                .filter(language -> profile(language).composed())
                .toList();
    }

    /// A list of all profiles put through a function, such as every way to refuse.
    public <T> Stream<T> all(Function<LanguageProfile, List<T>> part) {
        return profiles.values().stream().map(part).flatMap(List::stream);
    }
}
