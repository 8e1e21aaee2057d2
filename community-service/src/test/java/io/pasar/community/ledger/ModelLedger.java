package io.pasar.community.ledger;

import io.pasar.kernel.id.EntryId;
import io.pasar.kernel.id.MemberId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What the database does with movements, in memory: appends, adds up, refuses what is not new or not covered.
final class ModelLedger {

    private final List<ChainLink> chain = new ArrayList<>();
    private final Map<Account, Long> balances = new HashMap<>();
    private final Map<String, Hold> holds = new LinkedHashMap<>();

    void append(Movement movement) {
        LedgerTransaction transaction = movement.transaction();
        if (references().contains(transaction.reference())) {
            throw new AssertionError("reference used twice: " + transaction.reference());
        }
        ChainHash previous = head();
        long seq = chain.size() + 1L;
        chain.add(new ChainLink(seq, previous, previous.next(seq, transaction), transaction));
        transaction.postings().forEach(posting -> balances.merge(posting.account(), posting.amount(), Math::addExact));
        holds.put(movement.hold().reference(), movement.hold());
    }

    Set<String> references() {
        return chain.stream().map(link -> link.transaction().reference()).collect(Collectors.toSet());
    }

    ChainHash head() {
        return chain.isEmpty() ? ChainHash.GENESIS : chain.getLast().hash();
    }

    List<ChainLink> chain() {
        return List.copyOf(chain);
    }

    Optional<Hold> hold(String grantReference) {
        return Optional.ofNullable(holds.get(grantReference));
    }

    long balance(Account account) {
        return balances.getOrDefault(account, 0L);
    }

    Map<Account, Long> balances() {
        return Map.copyOf(balances);
    }

    /// The lines a member sees that are in this state, added up.
    long lines(MemberId member, HoldState state) {
        Map<EntryId, HoldState> states = holds.values().stream().collect(Collectors.toMap(Hold::id, Hold::state));
        return chain.stream()
                .map(ChainLink::transaction)
                .filter(transaction -> transaction.hold().map(states::get).orElse(HoldState.POSTED) == state)
                .flatMap(transaction -> transaction.postings().stream())
                .filter(posting -> posting.line()
                        && posting.account().member().filter(member::equals).isPresent())
                .mapToLong(Posting::amount)
                .sum();
    }

    long remaining(MemberId member, HoldState state) {
        return holds.values().stream()
                .filter(hold -> hold.member().equals(member) && hold.state() == state)
                .mapToLong(Hold::remaining)
                .sum();
    }
}
