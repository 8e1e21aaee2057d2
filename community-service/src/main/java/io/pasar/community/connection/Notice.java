package io.pasar.community.connection;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.pasar.community.member.MemberName;
import io.pasar.kernel.event.RewardChanged;
import io.pasar.kernel.id.PostId;

/// What nodes tell each other so that whoever holds a member's socket can pass it on.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "notice")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Notice.Reward.class, name = "reward"),
    @JsonSubTypes.Type(value = Notice.Post.class, name = "post")
})
sealed interface Notice {

    /// A line of somebody's rewards appeared or changed.
    record Reward(RewardChanged change) implements Notice {}

    /// Somebody posted.
    record Post(PostId post, MemberName author) implements Notice {}
}
