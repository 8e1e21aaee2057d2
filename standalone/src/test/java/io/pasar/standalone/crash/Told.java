package io.pasar.standalone.crash;

import io.pasar.standalone.crash.Shop.Account;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/// Everything clients were told for certain. Safe for several threads.
final class Told {

    private final Queue<Friend> friends = new ConcurrentLinkedQueue<>();
    private final Queue<Purchase> purchases = new ConcurrentLinkedQueue<>();
    private final Queue<String> abandoned = new ConcurrentLinkedQueue<>();

    /// A member who came through another one's link.
    record Friend(Account account, Account inviter) {}

    /// A paid order.
    record Purchase(String order, Account buyer, int units, boolean refunded) {}

    void joined(Account friend, Account inviter) {
        friends.add(new Friend(friend, inviter));
    }

    void bought(String order, Account buyer, int units, boolean refunded) {
        purchases.add(new Purchase(order, buyer, units, refunded));
    }

    void left(String reservation) {
        abandoned.add(reservation);
    }

    List<Friend> friends() {
        return List.copyOf(friends);
    }

    List<Purchase> purchases() {
        return List.copyOf(purchases);
    }

    Collection<String> abandoned() {
        return abandoned;
    }

    /// Friends who have paid for something.
    Stream<Friend> buyers() {
        var paying = purchases.stream().map(bought -> bought.buyer().id()).toList();
        return friends.stream()
                .filter(friend -> paying.contains(friend.account().id()));
    }

    int soldUnits() {
        return purchases.stream().mapToInt(Purchase::units).sum();
    }

    int refundedUnits() {
        return purchases.stream()
                .filter(Purchase::refunded)
                .mapToInt(Purchase::units)
                .sum();
    }

    @Override
    public String toString() {
        return friends.size() + " friends, " + purchases.size() + " paid orders of " + soldUnits() + " units, "
                + refundedUnits() + " of them given back, " + abandoned.size() + " holds left alone";
    }
}
