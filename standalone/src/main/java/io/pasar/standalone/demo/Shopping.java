package io.pasar.standalone.demo;

import static io.pasar.standalone.demo.ContractClient.body;

import io.pasar.standalone.demo.ContractClient.Call;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/// How somebody buys: reserve, order, pay at the sandbox. Now and then they think better of it.
final class Shopping {

    private static final int UNITS_MAX = 2;
    private static final int ONE_IN_SO_MANY_LEAVES_IT = 8;

    private final RandomGenerator random;

    enum Outcome {
        BOUGHT,
        THOUGHT_BETTER,
        /// Sold out or closed.
        TOO_LATE
    }

    Shopping(RandomGenerator random) {
        this.random = random;
    }

    Outcome buy(String sale, Person buyer) {
        try {
            String held = reserve(sale, buyer);
            return random.nextInt(ONE_IN_SO_MANY_LEAVES_IT) == 0 ? release(held, buyer) : pay(held, buyer);
        } catch (RefusedException refused) {
            if (refused.is("limit-reached")) {
                return Outcome.THOUGHT_BETTER;
            }
            if (refused.is("sold-out") || refused.is("sale-not-open")) {
                return Outcome.TOO_LATE;
            }
            throw refused;
        }
    }

    private String reserve(String sale, Person buyer) {
        return buyer.call(Call.post(
                                "/live/v1/sales/" + sale + "/reservations",
                                body("quantity", 1 + random.nextInt(UNITS_MAX)))
                        .once("demo-" + UUID.randomUUID()))
                .path("id")
                .asString();
    }

    private static Outcome release(String held, Person buyer) {
        buyer.call(Call.delete("/live/v1/reservations/" + held));
        return Outcome.THOUGHT_BETTER;
    }

    private static Outcome pay(String held, Person buyer) {
        JsonNode order = buyer.call(Call.post("/live/v1/orders", body("reservationId", held)));
        String intent = order.path("payment").path("intent").asString();
        buyer.call(Call.post("/live/v1/payments/sandbox/" + intent + "/succeed", Map.of()));
        return Outcome.BOUGHT;
    }
}
