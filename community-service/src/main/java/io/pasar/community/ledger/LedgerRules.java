package io.pasar.community.ledger;

import io.pasar.kernel.id.EntryId;
import io.pasar.kernel.id.IdGenerator;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Turns what should happen to rewards into balanced transactions. Pure but for the ids it draws.
///
/// A grant moves from the programme to the member's pending account; maturing moves what is left on to the
/// available account; a reduction moves back to the programme, from wherever the reward is by then.
final class LedgerRules {

    private final IdGenerator ids;

    LedgerRules(IdGenerator ids) {
        this.ids = ids;
    }

    Movement grant(Grant grant, Instant now) {
        EntryId line = id();
        Hold hold = new Hold(
                line,
                grant.member(),
                grant.unit(),
                grant.amount(),
                HoldState.PENDING,
                grant.maturesAt(),
                grant.reference(),
                grant.reason());
        List<Posting> postings = List.of(
                new Posting(id(), Account.programme(grant.unit()), -grant.amount(), false),
                new Posting(line, Account.pending(grant.member(), grant.unit()), grant.amount(), true));
        return new Movement(
                new LedgerTransaction(grant.reference(), grant.reason(), Optional.of(line), now, postings),
                hold,
                false);
    }

    /// @return empty if it is not pending or not due
    Optional<Movement> mature(Hold hold, Instant now) {
        if (hold.state() != HoldState.PENDING || hold.maturesAt().isAfter(now)) {
            return Optional.empty();
        }
        List<Posting> postings = List.of(
                new Posting(id(), Account.pending(hold.member(), hold.unit()), -hold.remaining(), false),
                new Posting(id(), Account.available(hold.member(), hold.unit()), hold.remaining(), false));
        LedgerTransaction transaction =
                new LedgerTransaction("matured/" + hold.id(), "matured", Optional.of(hold.id()), now, postings);
        return Optional.of(new Movement(transaction, hold.with(hold.remaining(), HoldState.POSTED), true));
    }

    /// Takes back what exceeds the amount to keep. After maturity no more can be taken back than the member
    /// still has.
    ///
    /// @param available the member's available balance
    /// @return empty if there is nothing to take back
    Optional<Movement> reduce(Hold hold, Reduction reduction, long available, Instant now) {
        long excess = hold.remaining() - reduction.keep();
        return switch (hold.state()) {
            case PENDING -> excess > 0 ? Optional.of(takeFromPending(hold, excess, reduction, now)) : Optional.empty();
            case POSTED -> takeFromAvailable(hold, Math.min(excess, available), reduction, now);
            case VOIDED -> Optional.empty();
        };
    }

    private Movement takeFromPending(Hold hold, long excess, Reduction reduction, Instant now) {
        boolean whole = excess == hold.remaining();
        List<Posting> postings = back(hold, Account.pending(hold.member(), hold.unit()), excess, !whole);
        Hold after = hold.with(hold.remaining() - excess, whole ? HoldState.VOIDED : HoldState.PENDING);
        return movement(after, reduction, postings, now);
    }

    private Optional<Movement> takeFromAvailable(Hold hold, long excess, Reduction reduction, Instant now) {
        if (excess <= 0) {
            return Optional.empty();
        }
        List<Posting> postings = back(hold, Account.available(hold.member(), hold.unit()), excess, true);
        return Optional.of(movement(hold.with(hold.remaining() - excess, HoldState.POSTED), reduction, postings, now));
    }

    /// A whole void shows as the state of the lines that are there already; only a part is a line of its own.
    private List<Posting> back(Hold hold, Account from, long amount, boolean line) {
        return List.of(
                new Posting(id(), from, -amount, line),
                new Posting(id(), Account.programme(hold.unit()), amount, false));
    }

    private static Movement movement(Hold after, Reduction reduction, List<Posting> postings, Instant now) {
        return new Movement(
                new LedgerTransaction(
                        reduction.reference(), reduction.reason(), Optional.of(after.id()), now, postings),
                after,
                after.state() == HoldState.VOIDED);
    }

    private EntryId id() {
        return new EntryId(ids.next());
    }
}
