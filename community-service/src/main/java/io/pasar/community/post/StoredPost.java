package io.pasar.community.post;

import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.PostId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A post to store.
record StoredPost(
        PostId id, MemberId author, String text, @Nullable String locale, List<Media> media, Instant createdAt) {}
