package io.pasar.standalone.demo;

import io.pasar.standalone.demo.Cast.Creator;
import io.pasar.standalone.demo.Cast.Visitor;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Everybody in the market.
final class People {

    private final Map<String, Person> creators;
    private final List<Person> viewers;

    People(Cast cast, ContractClient contract, Notebook notebook, Clock clock) {
        Function<Visitor, Person> person = visitor -> new Person(visitor, contract, notebook, clock);
        this.creators =
                cast.creators().stream().collect(Collectors.toMap(Creator::handle, one -> person.apply(one.person())));
        this.viewers = cast.viewers().stream().map(person).toList();
    }

    Person of(Creator creator) {
        return Objects.requireNonNull(creators.get(creator.handle()), "a stranger");
    }

    List<Person> viewers() {
        return viewers;
    }

    /// The host first.
    List<Person> inRoomOf(Creator host) {
        return Stream.concat(Stream.of(of(host)), viewers.stream()).toList();
    }
}
