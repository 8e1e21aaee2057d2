package io.pasar.content.brief;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A kind of text one can ask for, with its bounds.
public enum CopyKind {
    TITLE("title", Shape.TEXT, 1, 150, 1),
    BULLETS("bullets", Shape.LIST, 1, 700, 110),
    DESCRIPTION("description", Shape.TEXT, 1, 4000, 1),
    SOCIAL_POST("socialPost", Shape.TEXT, 1, 2200, 1),
    HASHTAGS("hashtags", Shape.LIST, 1, 100, 30),
    SEARCH_TEXT("searchText", Shape.TEXT, 1, 1000, 1),
    HOST_SCRIPT("hostScript", Shape.TEXT, 1, 6000, 1);

    private enum Shape {
        TEXT,
        LIST
    }

    private final String wireName;
    private final Shape shape;
    private final int textsMin;
    private final int textMax;
    private final int textsMax;

    CopyKind(String wireName, Shape shape, int textsMin, int textMax, int textsMax) {
        this.wireName = wireName;
        this.shape = shape;
        this.textsMin = textsMin;
        this.textMax = textMax;
        this.textsMax = textsMax;
    }

    /// The kind with this name in JSON.
    public static Optional<CopyKind> named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName.equals(name))
                .findFirst();
    }

    /// All names in JSON.
    public static List<String> names() {
        return Arrays.stream(values()).map(CopyKind::wireName).toList();
    }

    @JsonCreator
    static CopyKind parse(String name) {
        return named(name).orElseThrow(() -> new IllegalArgumentException("must be one of " + names()));
    }

    @JsonValue
    public String wireName() {
        return wireName;
    }

    /// Whether it is a list of texts in JSON.
    public boolean isList() {
        return shape == Shape.LIST;
    }

    /// Whether it must mention every fact.
    public boolean isComplete() {
        return this == BULLETS;
    }

    /// Whether it is made of words rather than sentences, so that nothing tells its language for certain.
    public boolean isKeywords() {
        return this == HASHTAGS || this == SEARCH_TEXT;
    }

    /// The fewest texts.
    public int textsMin() {
        return textsMin;
    }

    /// The most texts.
    public int textsMax() {
        return textsMax;
    }

    /// The most code points of one text.
    public int textMax() {
        return textMax;
    }
}
