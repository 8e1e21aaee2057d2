package io.pasar.community.reward;

import io.pasar.community.referral.AttributionHandler;
import io.pasar.kernel.id.MemberId;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Rewards the friend's order that was paid before it was known who had invited them.
@Component
class RewardAttributionPart implements AttributionHandler {

    private final RewardService rewards;

    RewardAttributionPart(RewardService rewards) {
        this.rewards = rewards;
    }

    @Override
    public Mono<Void> attributed(MemberId invited) {
        return rewards.attributed(invited);
    }
}
