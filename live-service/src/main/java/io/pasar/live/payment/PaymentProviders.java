package io.pasar.live.payment;

import io.pasar.platform.problem.CommonProblem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The providers by name.
class PaymentProviders {

    private final Map<String, PaymentProvider> byName;

    PaymentProviders(List<PaymentProvider> providers) {
        byName = providers.stream().collect(Collectors.toUnmodifiableMap(PaymentProvider::name, Function.identity()));
    }

    Set<String> names() {
        return byName.keySet();
    }

    /// The provider, or a `not-found` problem.
    PaymentProvider named(String name) {
        return Optional.ofNullable(byName.get(name))
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("There is no such payment provider."));
    }
}
