package io.pasar.community.post;

import io.pasar.kernel.event.DomainEvent;
import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.PostId;

/// Somebody published a post.
public record PostPublished(PostId post, MemberId author) implements DomainEvent {

    public static final String TYPE = "pasar.community.post.published.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return author.toString();
    }
}
