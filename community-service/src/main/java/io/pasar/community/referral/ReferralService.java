package io.pasar.community.referral;

import io.pasar.community.member.Member;
import io.pasar.community.member.MemberService;
import io.pasar.kernel.event.MemberRegistered;
import io.pasar.kernel.id.MemberId;
import io.pasar.platform.auth.Caller;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/// Codes, and who came through whose.
@Service
public class ReferralService {

    /// Draws of a code before giving up; a second one is needed once in a thousand million times.
    private static final int DRAWS = 5;

    private final ReferralStore store;
    private final MemberService members;
    private final ReferralProperties properties;
    private final Clock clock;

    ReferralService(ReferralStore store, MemberService members, ReferralProperties properties, Clock clock) {
        this.store = store;
        this.members = members;
        this.properties = properties;
        this.clock = clock;
    }

    /// The caller's code and what came of it. The code is made at the first call.
    Mono<ReferralView> own(Caller caller) {
        return members.requireSignedUp(caller)
                .map(Member::id)
                .flatMap(member -> Mono.zip(codeOf(member), store.counts(member)))
                .map(found -> view(found.getT1(), found.getT2()));
    }

    private ReferralView view(ReferralCode code, ReferralCounts counts) {
        return new ReferralView(code.text(), properties.linkFor(code), counts.invited(), counts.rewarded());
    }

    private Mono<ReferralCode> codeOf(MemberId member) {
        return store.findCode(member)
                .repeatWhenEmpty(
                        DRAWS, rounds -> rounds.concatMap(_ -> draw(member).thenReturn(member)));
    }

    private Mono<Void> draw(MemberId member) {
        return Mono.defer(
                () -> store.insertCode(member, ReferralCode.random(ThreadLocalRandom.current()), clock.instant()));
    }

    /// Records through whose code a new member came. Empty if through nobody's.
    Mono<Referral> attribute(MemberRegistered registered) {
        return Mono.justOrEmpty(registered.referralCode())
                .flatMap(typed -> Mono.justOrEmpty(ReferralCode.read(typed)))
                .flatMap(store::findOwner)
                .filter(inviter -> !inviter.equals(registered.member()))
                .map(inviter -> referral(registered, inviter))
                .delayUntil(store::insert);
    }

    private Referral referral(MemberRegistered registered, MemberId inviter) {
        return new Referral(
                registered.member(),
                inviter,
                registered.registeredAt(),
                registered.registeredAt().plus(properties.window()));
    }

    /// The referral of an invited member, or empty.
    public Mono<Referral> find(MemberId invited) {
        return store.find(invited);
    }

    /// Records what became of a referral.
    public Mono<Void> settle(MemberId invited, ReferralOutcome outcome) {
        return store.settle(invited, outcome);
    }
}
