package io.pasar.community.member;

import reactor.core.publisher.Mono;

/// Decides at sign-up whether a friend's code is one. Implemented by the feature that owns the codes.
public interface ReferralCodeGate {

    /// Whether somebody has this code.
    Mono<Boolean> isKnown(String typed);
}
