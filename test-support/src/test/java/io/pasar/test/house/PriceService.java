package io.pasar.test.house;

import reactor.core.publisher.Mono;

/// A shell, which may wait.
final class PriceService {

    Mono<Long> price(Mono<Long> base) {
        return base.map(Price::new).map(Price::amount);
    }

    private record Price(long amount) {}
}
