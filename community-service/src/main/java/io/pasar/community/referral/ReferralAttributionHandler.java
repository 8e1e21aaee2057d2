package io.pasar.community.referral;

import io.pasar.kernel.event.CloudEvent;
import io.pasar.kernel.event.MemberRegistered;
import io.pasar.platform.event.EventHandler;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Member registered: who invited them?
@Component
class ReferralAttributionHandler implements EventHandler<MemberRegistered> {

    private final ReferralService referrals;
    private final List<AttributionHandler> followUps;

    ReferralAttributionHandler(ReferralService referrals, List<AttributionHandler> followUps) {
        this.referrals = referrals;
        this.followUps = followUps;
    }

    @Override
    public String consumer() {
        return "community.referral.attribution";
    }

    @Override
    public String producer() {
        return "community";
    }

    @Override
    public String type() {
        return MemberRegistered.TYPE;
    }

    @Override
    public Class<MemberRegistered> payload() {
        return MemberRegistered.class;
    }

    @Override
    public Mono<Void> handle(CloudEvent<MemberRegistered> event) {
        return referrals.attribute(event.data()).flatMap(this::followUp);
    }

    private Mono<Void> followUp(Referral referral) {
        return Flux.fromIterable(followUps)
                .concatMap(next -> next.attributed(referral.invited()))
                .then();
    }
}
