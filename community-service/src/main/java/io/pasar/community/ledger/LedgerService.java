package io.pasar.community.ledger;

import io.pasar.kernel.id.EntryId;
import io.pasar.kernel.id.IdGenerator;
import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.page.Cursor;
import io.pasar.kernel.page.Page;
import io.pasar.kernel.page.PageRequest;
import io.pasar.platform.event.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Gives, matures and takes back rewards, and tells what members have. Each change is one transaction, or a
/// part of the caller's.
@Service
public class LedgerService {

    /// Rewards matured in one run; the next one follows at once if there may be more.
    private static final int MATURED_MAX = 500;

    private final LedgerStore store;
    private final RewardLineStore lines;
    private final Outbox outbox;
    private final TransactionalOperator transaction;
    private final LedgerRules rules;
    private final Clock clock;

    LedgerService(
            LedgerStore store,
            RewardLineStore lines,
            Outbox outbox,
            TransactionalOperator transaction,
            IdGenerator ids,
            Clock clock) {
        this.store = store;
        this.lines = lines;
        this.outbox = outbox;
        this.transaction = transaction;
        this.rules = new LedgerRules(ids);
        this.clock = clock;
    }

    /// Gives a reward, pending until it matures. A second grant with the same reference changes nothing.
    public Mono<Void> grant(Grant grant) {
        return store.lockHead()
                .filterWhen(_ -> store.isNew(grant.reference()))
                .flatMap(head -> append(head, rules.grant(grant, now())))
                .as(transaction::transactional);
    }

    /// Takes back a reward, whole or in part. A second reduction with the same reference changes nothing; so
    /// does one of a reward that was never given.
    public Mono<Void> reduce(Reduction reduction) {
        return store.lockHead()
                .filterWhen(_ -> store.isNew(reduction.reference()))
                .flatMap(head -> reduce(head, reduction))
                .as(transaction::transactional);
    }

    private Mono<Void> reduce(LedgerHead head, Reduction reduction) {
        return lines.hold(reduction.grantReference())
                .zipWhen(hold -> lines.available(hold.member(), hold.unit()))
                .map(found -> rules.reduce(found.getT1(), reduction, found.getT2(), now()))
                .flatMap(movement -> appendIfAny(head, movement));
    }

    /// Makes rewards whose time has come the members' own.
    Mono<Long> matureDue() {
        return Flux.defer(() -> lines.due(now(), MATURED_MAX))
                .collectList()
                .flatMapIterable(due -> due)
                .concatMap(hold -> mature(hold).thenReturn(hold))
                .count();
    }

    /// Whether a run that matured so many may have left some.
    static boolean leavesMore(long matured) {
        return matured >= MATURED_MAX;
    }

    private Mono<Void> mature(EntryId id) {
        return store.lockHead()
                .zipWhen(_ -> lines.hold(id))
                .flatMap(found -> appendIfAny(found.getT1(), rules.mature(found.getT2(), now())))
                .as(transaction::transactional);
    }

    private Mono<Void> appendIfAny(LedgerHead head, Optional<Movement> movement) {
        return Mono.justOrEmpty(movement).flatMap(some -> append(head, some));
    }

    private Mono<Void> append(LedgerHead head, Movement movement) {
        return store.append(head, movement.transaction())
                .then(store.put(movement.hold()))
                .thenMany(Flux.defer(() -> changedLines(movement)))
                .concatMap(line -> outbox.append(line.changed()))
                .then();
    }

    /// The lines that appeared, or all of the hold if it was settled.
    private Flux<RewardLine> changedLines(Movement movement) {
        Flux<RewardLine> all = lines.linesOf(movement.hold().id());
        return movement.settles()
                ? all
                : all.filter(
                        line -> line.reference().equals(movement.transaction().reference()));
    }

    Mono<RewardBalance> balance(MemberId member) {
        return lines.balances(member).collectList().map(RewardBalance::of);
    }

    Mono<Page<RewardEntry>> entries(MemberId member, PageRequest request) {
        return lines.page(member, request)
                .collectList()
                .map(found -> Page.of(found, request, line -> Cursor.at(line.id())))
                .map(page -> page.map(RewardEntry::of));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
