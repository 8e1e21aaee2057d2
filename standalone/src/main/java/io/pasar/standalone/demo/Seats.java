package io.pasar.standalone.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The market's people in the room that is live.
final class Seats {

    private final ContractClient contract;
    private final Map<Person, SeatSocket> taken = new HashMap<>();
    private String room = "";

    Seats(ContractClient contract) {
        this.contract = contract;
    }

    /// Lets one of those come in who should be in the room and are not.
    void fill(String wanted, List<Person> people) {
        if (!room.equals(wanted)) {
            leave();
            room = wanted;
        }
        taken.values().removeIf(seat -> !seat.isOpen());
        people.stream()
                .filter(person -> !taken.containsKey(person))
                .findFirst()
                .ifPresent(person -> taken.put(person, SeatSocket.take(contract, room, person)));
    }

    /// Their seat, if they have one.
    Optional<SeatSocket> of(Person person) {
        return Optional.ofNullable(taken.get(person)).filter(SeatSocket::isOpen);
    }

    /// Whether others than these people are in the room, as far as it was told.
    boolean hasCompany() {
        return taken.values().stream().mapToInt(SeatSocket::viewers).max().orElse(0) > taken.size();
    }

    void leave() {
        taken.values().forEach(SeatSocket::close);
        taken.clear();
    }
}
