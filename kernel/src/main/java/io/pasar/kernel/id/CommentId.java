package io.pasar.kernel.id;

import java.util.UUID;

/// A comment under a post.
public record CommentId(UUID value) implements Id {

    /// @throws IllegalArgumentException if the text is not a UUID
    public static CommentId of(String text) {
        return new CommentId(Id.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
