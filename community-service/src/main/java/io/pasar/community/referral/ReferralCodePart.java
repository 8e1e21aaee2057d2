package io.pasar.community.referral;

import io.pasar.community.member.ReferralCodeGate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// Tells sign-up whether a friend's code is one.
@Component
class ReferralCodePart implements ReferralCodeGate {

    private final ReferralStore store;

    ReferralCodePart(ReferralStore store) {
        this.store = store;
    }

    @Override
    public Mono<Boolean> isKnown(String typed) {
        return Mono.justOrEmpty(ReferralCode.read(typed))
                .flatMap(store::findOwner)
                .hasElement();
    }
}
