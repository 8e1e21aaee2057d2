package io.pasar.community.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.pasar.kernel.id.EntryId;
import io.pasar.kernel.id.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/// Rewards as balanced transactions, held against a model of the ledger under random use.
class LedgerRulesTest {

    private static final Instant NOW = Instant.parse("2026-11-11T11:11:11Z");
    private static final MemberId ANNA = new MemberId(new UUID(0, 1));
    private static final MemberId BEN = new MemberId(new UUID(0, 2));
    private static final int GRANTS = 6;

    private final AtomicLong numbers = new AtomicLong();
    private final LedgerRules rules = new LedgerRules(() -> new UUID(1, numbers.incrementAndGet()));

    /// Something that may happen to a reward.
    sealed interface Step {
        record Give(int grant, long amount) implements Step {}

        record TakeBack(int grant, long keep) implements Step {}

        record Wait(int seconds) implements Step {}
    }

    @Property(tries = 500)
    void keepsEveryPromiseWhateverHappens(@ForAll("steps") List<Step> steps) {
        ModelLedger ledger = new ModelLedger();
        Instant now = NOW;
        for (Step step : steps) {
            switch (step) {
                case Step.Give give -> give(ledger, give, now);
                case Step.TakeBack takeBack -> takeBack(ledger, takeBack, now);
                case Step.Wait(int seconds) -> {
                    now = now.plusSeconds(seconds);
                    mature(ledger, now);
                }
            }
            assertPromises(ledger);
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        Arbitrary<Integer> grants = Arbitraries.integers().between(1, GRANTS);
        Arbitrary<Step> give = Combinators.combine(grants, Arbitraries.longs().between(1, 1000))
                .as(Step.Give::new);
        Arbitrary<Step> takeBack = Combinators.combine(
                        grants, Arbitraries.longs().between(0, 1000))
                .as(Step.TakeBack::new);
        Arbitrary<Step> pause = Arbitraries.integers().between(1, 60).map(Step.Wait::new);
        return Arbitraries.oneOf(give, takeBack, pause).list().ofMaxSize(40);
    }

    private void give(ModelLedger ledger, Step.Give give, Instant now) {
        if (ledger.hold(reference(give.grant())).isEmpty()) {
            ledger.append(rules.grant(grant(give.grant(), give.amount(), now.plusSeconds(60)), now));
        }
    }

    private void takeBack(ModelLedger ledger, Step.TakeBack step, Instant now) {
        Reduction reduction =
                new Reduction(reference(step.grant()), step.keep(), "refund", "refund/" + numbers.incrementAndGet());
        ledger.hold(reduction.grantReference()).ifPresent(hold -> {
            long available = ledger.balance(Account.available(hold.member(), hold.unit()));
            rules.reduce(hold, reduction, available, now).ifPresent(ledger::append);
            long kept = ledger.hold(hold.reference()).orElseThrow().remaining();
            assertThat(kept)
                    .isLessThanOrEqualTo(
                            Math.max(hold.remaining() - available, Math.min(hold.remaining(), step.keep())));
        });
    }

    private void mature(ModelLedger ledger, Instant now) {
        for (int grant = 1; grant <= GRANTS; grant++) {
            ledger.hold(reference(grant))
                    .flatMap(hold -> rules.mature(hold, now))
                    .ifPresent(ledger::append);
        }
    }

    private static void assertPromises(ModelLedger ledger) {
        assertThat(ledger.balances().values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isZero();
        for (MemberId member : List.of(ANNA, BEN)) {
            long pending = ledger.balance(Account.pending(member, RewardUnit.POINTS));
            long available = ledger.balance(Account.available(member, RewardUnit.POINTS));
            assertThat(pending).isNotNegative().isEqualTo(ledger.remaining(member, HoldState.PENDING));
            assertThat(available).isNotNegative().isEqualTo(ledger.remaining(member, HoldState.POSTED));
            assertThat(ledger.lines(member, HoldState.PENDING)).isEqualTo(pending);
            assertThat(ledger.lines(member, HoldState.POSTED)).isEqualTo(available);
        }
        ChainCheck check = ledger.chain().stream().reduce(ChainCheck.start(), ChainCheck::follow, (a, _) -> a);
        assertThat(check.endAt(ledger.chain().size(), ledger.head())).isInstanceOf(ChainCheck.Whole.class);
    }

    @Test
    void takesBackNoMoreThanTheMemberStillHasAfterMaturity() {
        Hold posted = rules.grant(grant(1, 100, NOW), NOW).hold().with(100, HoldState.POSTED);
        Reduction all = new Reduction("grant/1", 0, "refund", "refund/1");
        Movement movement = rules.reduce(posted, all, 30, NOW).orElseThrow();
        assertThat(movement.transaction().postings().getFirst().amount()).isEqualTo(-30);
        assertThat(movement.hold().remaining()).isEqualTo(70);
        assertThat(rules.reduce(posted, all, 0, NOW)).isEmpty();
    }

    @Test
    void maturesNothingBeforeItsTime() {
        Hold hold = rules.grant(grant(1, 100, NOW.plusSeconds(1)), NOW).hold();
        assertThat(rules.mature(hold, NOW)).isEmpty();
        assertThat(rules.mature(hold, NOW.plusSeconds(1))).isPresent();
    }

    @Test
    void buildsNoTransactionThatIsNotBalanced() {
        Posting lonely = new Posting(new EntryId(new UUID(0, 5)), Account.pending(ANNA, RewardUnit.POINTS), 5, true);
        Posting otherUnit =
                new Posting(new EntryId(new UUID(0, 6)), Account.programme(new RewardUnit("EUR")), -5, false);
        assertThatIllegalArgumentException().isThrownBy(() -> transaction(List.of(lonely)));
        assertThatIllegalArgumentException().isThrownBy(() -> transaction(List.of(lonely, otherUnit)));
        assertThatIllegalArgumentException().isThrownBy(() -> transaction(List.of()));
    }

    private static LedgerTransaction transaction(List<Posting> postings) {
        return new LedgerTransaction("reference", "reason", Optional.empty(), NOW, postings);
    }

    private static Grant grant(int number, long amount, Instant maturesAt) {
        MemberId member = number % 2 == 0 ? ANNA : BEN;
        return new Grant(member, RewardUnit.POINTS, amount, maturesAt, "referral.inviter", reference(number));
    }

    private static String reference(int grant) {
        return "grant/" + grant;
    }
}
