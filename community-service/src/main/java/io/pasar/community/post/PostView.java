package io.pasar.community.post;

import io.pasar.community.member.MemberName;
import io.pasar.kernel.id.PostId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A post as readers see it.
///
/// @param verifiedPurchase whether the author bought one of the tagged products
/// @param editedAt of the last change, null if there was none
/// @param comments how many
/// @param reactions how many of each kind there is
/// @param myReactions kinds the reader gave
public record PostView(
        PostId id,
        MemberName author,
        String text,
        @Nullable String locale,
        List<Media> media,
        List<TaggedProduct> products,
        boolean verifiedPurchase,
        Instant createdAt,
        @Nullable Instant editedAt,
        long comments,
        Map<String, Long> reactions,
        List<String> myReactions) {}
