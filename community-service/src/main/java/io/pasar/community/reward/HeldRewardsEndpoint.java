package io.pasar.community.reward;

import io.pasar.kernel.id.MemberId;
import java.util.List;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// `heldrewards` of the actuator: rewards that wait for review, and the review. For the operator only.
@Component
@Endpoint(id = "heldrewards")
class HeldRewardsEndpoint {

    private final RewardService rewards;

    HeldRewardsEndpoint(RewardService rewards) {
        this.rewards = rewards;
    }

    /// The hundred longest waiting.
    @ReadOperation
    Mono<List<HeldReward>> held() {
        return rewards.held().collectList();
    }

    /// Gives or refuses a held reward.
    ///
    /// @param invited the friend's member id
    @WriteOperation
    Mono<Review> review(@Selector String invited, boolean release) {
        MemberId member = MemberId.of(invited);
        return (release ? rewards.release(member) : rewards.refuse(member)).map(Review::new);
    }

    /// Whether there was a held reward to review.
    record Review(boolean reviewed) {}
}
