package io.pasar.community.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.kernel.id.EntryId;
import io.pasar.kernel.id.MemberId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The hash chain notices every change.
class ChainCheckTest {

    private static final Instant NOW = Instant.parse("2026-11-11T11:11:11.123456Z");

    private final List<ChainLink> chain = new ArrayList<>();

    @BeforeEach
    void buildsAChainOfFive() {
        ChainHash previous = ChainHash.GENESIS;
        for (long seq = 1; seq <= 5; seq++) {
            LedgerTransaction transaction = transaction("reference/" + seq, seq * 10);
            ChainHash hash = previous.next(seq, transaction);
            chain.add(new ChainLink(seq, previous, hash, transaction));
            previous = hash;
        }
    }

    @Test
    void isWholeAsItWasWritten() {
        assertThat(check()).isInstanceOf(ChainCheck.Whole.class);
    }

    @Test
    void noticesAChangedAmount() {
        ChainLink third = chain.get(2);
        chain.set(2, new ChainLink(3, third.previous(), third.hash(), transaction("reference/3", 31)));
        assertThat(check()).isEqualTo(new ChainCheck.Broken(3));
    }

    @Test
    void noticesAChangedAmountWhoseOwnHashWasRecomputed() {
        ChainLink third = chain.get(2);
        LedgerTransaction changed = transaction("reference/3", 31);
        chain.set(2, new ChainLink(3, third.previous(), third.previous().next(3, changed), changed));
        assertThat(check()).isEqualTo(new ChainCheck.Broken(4));
    }

    @Test
    void noticesARemovedTransaction() {
        chain.remove(2);
        assertThat(check()).isEqualTo(new ChainCheck.Broken(3));
    }

    @Test
    void noticesThatTheEndWasCutOff() {
        ChainHash head = chain.getLast().hash();
        chain.removeLast();
        ChainCheck check = chain.stream().reduce(ChainCheck.start(), ChainCheck::follow, (one, _) -> one);
        assertThat(check.endAt(5, head)).isEqualTo(new ChainCheck.Broken(5));
    }

    @Test
    void doesNotMistakeOneTextForAnother() {
        ChainHash one = ChainHash.GENESIS.next(1, named("ab", "c"));
        ChainHash other = ChainHash.GENESIS.next(1, named("a", "bc"));
        assertThat(one).isNotEqualTo(other);
    }

    private ChainCheck check() {
        return chain.stream()
                .reduce(ChainCheck.start(), ChainCheck::follow, (one, _) -> one)
                .endAt(5, chain.getLast().hash());
    }

    private static LedgerTransaction transaction(String reference, long amount) {
        MemberId member = new MemberId(new UUID(0, 7));
        return new LedgerTransaction(
                reference,
                "referral.inviter",
                Optional.of(new EntryId(new UUID(0, 2))),
                NOW,
                List.of(
                        new Posting(new EntryId(new UUID(0, 1)), Account.programme(RewardUnit.POINTS), -amount, false),
                        new Posting(
                                new EntryId(new UUID(0, 2)),
                                Account.pending(member, RewardUnit.POINTS),
                                amount,
                                true)));
    }

    private static LedgerTransaction named(String reference, String reason) {
        LedgerTransaction transaction = transaction(reference, 1);
        return new LedgerTransaction(reference, reason, transaction.hold(), NOW, transaction.postings());
    }
}
