package io.pasar.community.reward;

import io.pasar.community.ledger.Grant;
import io.pasar.community.ledger.LedgerService;
import io.pasar.community.ledger.Reduction;
import io.pasar.community.ledger.RewardUnit;
import io.pasar.community.referral.Referral;
import io.pasar.community.referral.ReferralOutcome;
import io.pasar.community.referral.ReferralService;
import io.pasar.kernel.event.OrderPaid;
import io.pasar.kernel.event.OrderRefunded;
import io.pasar.kernel.id.MemberId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Rewards the first paid order of an invited friend, both sides, once.
///
/// Three things must be known, and their events come in any order: who invited the member, what their first
/// paid order was, and what was refunded. Each arrival locks the member, records its fact and looks at all
/// three.
@Service
class RewardService {

    private static final Duration DAY = Duration.ofDays(1);

    private final RewardStore store;
    private final ReferralService referrals;
    private final LedgerService ledger;
    private final RewardProperties properties;
    private final TransactionalOperator transaction;
    private final Clock clock;

    RewardService(
            RewardStore store,
            ReferralService referrals,
            LedgerService ledger,
            RewardProperties properties,
            TransactionalOperator transaction,
            Clock clock) {
        this.store = store;
        this.referrals = referrals;
        this.ledger = ledger;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    Mono<Void> attributed(MemberId invited) {
        return store.lock(invited).then(Mono.defer(() -> consider(invited))).as(transaction::transactional);
    }

    Mono<Void> paid(OrderPaid paid) {
        return store.lock(paid.buyer())
                .then(Mono.defer(() -> store.insertIfFirst(FirstOrder.of(paid))))
                .then(Mono.defer(() -> consider(paid.buyer())))
                .as(transaction::transactional);
    }

    Mono<Void> refunded(OrderRefunded refund) {
        return store.lock(refund.buyer())
                .then(Mono.defer(() -> store.insert(refund)))
                .then(Mono.defer(() -> store.grantedOrder(refund.order())))
                .flatMap(order -> takeBack(order, refund.refund().toString()))
                .as(transaction::transactional);
    }

    /// Decides once all that is needed is known; until then, and ever after, does nothing.
    private Mono<Void> consider(MemberId invited) {
        return referrals
                .find(invited)
                .filterWhen(_ -> store.isUndecided(invited))
                .zipWhen(_ -> store.firstOrder(invited))
                .flatMap(found -> decide(found.getT1(), found.getT2()));
    }

    private Mono<Void> decide(Referral referral, FirstOrder order) {
        Instant now = clock.instant();
        return store.lock(referral.inviter())
                .then(Mono.defer(() -> store.grantsSince(referral.inviter(), now.minus(DAY))))
                .map(recent -> new RewardCase(referral, order, recent))
                .flatMap(found -> carryOut(found, RewardRules.decide(found, properties.grantsADay())));
    }

    private Mono<Void> carryOut(RewardCase found, RewardDecision decision) {
        return switch (decision) {
            case RewardDecision.Grant() ->
                record(found, ReferralOutcome.GRANTED, null).then(give(found.referral(), found.order()));
            case RewardDecision.Hold(String reason) -> record(found, ReferralOutcome.HELD, reason);
            case RewardDecision.Refuse(String reason) -> record(found, ReferralOutcome.REFUSED, reason);
        };
    }

    private Mono<Void> record(RewardCase found, ReferralOutcome outcome, @Nullable String reason) {
        Referral referral = found.referral();
        return store.insert(referral, found.order().order(), outcome, reason, clock.instant())
                .then(referrals.settle(referral.invited(), outcome));
    }

    /// Gives both sides their reward, less what was refunded already.
    private Mono<Void> give(Referral referral, FirstOrder order) {
        return Flux.fromArray(RewardSide.values())
                .concatMap(side -> ledger.grant(grant(side, referral, order)))
                .then(Mono.defer(() -> takeBack(order, "before/" + order.buyer())));
    }

    private Grant grant(RewardSide side, Referral referral, FirstOrder order) {
        return new Grant(
                side == RewardSide.INVITER ? referral.inviter() : referral.invited(),
                RewardUnit.POINTS,
                points(side),
                order.paidAt().plus(properties.returnWindow()),
                side.reason(),
                side.grantReference(referral.invited()));
    }

    /// @param cause makes the reference of the reduction unique: the refund, or all refunds before the reward
    private Mono<Void> takeBack(FirstOrder order, String cause) {
        return store.refunded(order.order())
                .filter(refunded -> !refunded.isNothing())
                .flatMap(refunded -> takeBack(order, refunded, cause));
    }

    private Mono<Void> takeBack(FirstOrder order, Refunded refunded, String cause) {
        return Flux.fromArray(RewardSide.values())
                .concatMap(side -> ledger.reduce(new Reduction(
                        side.grantReference(order.buyer()),
                        RewardRules.keep(points(side), order.totalMinor(), refunded),
                        "refund",
                        "refund/" + cause + "/" + side.word())))
                .then();
    }

    private long points(RewardSide side) {
        return side == RewardSide.INVITER ? properties.inviterPoints() : properties.invitedPoints();
    }

    /// Rewards that wait for review, longest waiting first.
    Flux<HeldReward> held() {
        return store.held();
    }

    /// Gives a held reward after all.
    ///
    /// @return whether there was a held one
    Mono<Boolean> release(MemberId invited) {
        return store.lock(invited)
                .then(Mono.defer(() -> store.review(invited, ReferralOutcome.GRANTED, clock.instant())))
                .delayUntil(released -> released ? giveReleased(invited) : Mono.empty())
                .as(transaction::transactional);
    }

    private Mono<Void> giveReleased(MemberId invited) {
        return referrals
                .settle(invited, ReferralOutcome.GRANTED)
                .then(Mono.defer(() -> referrals.find(invited)))
                .zipWhen(_ -> store.firstOrder(invited))
                .flatMap(found -> give(found.getT1(), found.getT2()));
    }

    /// Refuses a held reward for good.
    ///
    /// @return whether there was a held one
    Mono<Boolean> refuse(MemberId invited) {
        return store.lock(invited)
                .then(Mono.defer(() -> store.review(invited, ReferralOutcome.REFUSED, clock.instant())))
                .delayUntil(refused -> refused ? referrals.settle(invited, ReferralOutcome.REFUSED) : Mono.empty())
                .as(transaction::transactional);
    }
}
