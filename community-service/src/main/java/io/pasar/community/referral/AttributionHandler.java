package io.pasar.community.referral;

import io.pasar.kernel.id.MemberId;
import reactor.core.publisher.Mono;

/// What follows when it becomes known who invited a member. Implemented by features that reward it; runs in the
/// transaction that records the referral.
public interface AttributionHandler {

    Mono<Void> attributed(MemberId invited);
}
