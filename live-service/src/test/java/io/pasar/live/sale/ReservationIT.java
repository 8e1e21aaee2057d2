package io.pasar.live.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pasar.live.LiveApi.Person;
import io.pasar.live.Shop;
import io.pasar.live.Shop.Answer;
import io.pasar.live.UsesLiveService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@UsesLiveService
class ReservationIT {

    private static final Duration SWEPT = Duration.ofSeconds(30);

    @LocalServerPort
    private int port;

    private Shop shop;
    private final Person buyer = Person.named("budi");
    private final Person other = Person.named("oki");

    @BeforeEach
    void openTheShop() {
        shop = Shop.open(port);
    }

    @Test
    void holdsUnitsUntilTheirTimeAndGivesThemBackOnce() {
        String sale = shop.sale(5, 3, 3);
        Answer reserved = shop.reserve(buyer, sale, 2).expect(201);
        assertThat(reserved.text("state")).isEqualTo("held");
        assertThat(reserved.text("saleId")).isEqualTo(sale);
        assertThat(reserved.body().path("quantity").asInt()).isEqualTo(2);
        assertUnits(sale, 3, 2, 0);
        await().atMost(SWEPT).until(() -> "expired".equals(shop.reservationState(buyer, reserved.text("id"))));
        assertUnits(sale, 5, 0, 0);
        shop.release(buyer, reserved.text("id")).expect(200);
        assertUnits(sale, 5, 0, 0);
    }

    @Test
    void releasesOnceHoweverOftenItIsAsked() {
        String sale = shop.sale(5, 5, 60);
        String reservation = shop.hold(buyer, sale);
        List<Answer> answers = Shop.together(repeat(10, () -> shop.release(buyer, reservation)));
        assertThat(answers).allMatch(answer -> answer.status() == 200 && "released".equals(answer.text("state")));
        assertUnits(sale, 5, 0, 0);
    }

    @Test
    void letsOneMemberHaveNoMoreThanTheLimitHoweverManyTryAtOnce() {
        String sale = shop.sale(50, 3, 60);
        List<Answer> answers = Shop.together(repeat(30, () -> shop.reserve(buyer, sale, 1)));
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(3);
        assertThat(answers)
                .filteredOn(answer -> answer.problem().equals("409 /problems/limit-reached"))
                .hasSize(27);
        assertUnits(sale, 47, 3, 0);
    }

    @Test
    void takesNothingWhenItRefusesUnderAKey() {
        String sale = shop.sale(50, 3, 60);
        shop.reserve(buyer, sale, 2).expect(201);
        String path = "/v1/sales/" + sale + "/reservations";
        for (int attempt = 0; attempt < 2; attempt++) {
            Answer refused = shop.postOnce(path, buyer, "too-much", Map.of("quantity", 2));
            assertThat(refused.problem()).isEqualTo("409 /problems/limit-reached");
        }
        assertUnits(sale, 48, 2, 0);
    }

    @Test
    void countsReleasedUnitsNoMoreAndBoughtUnitsForEver() {
        String sale = shop.sale(50, 1, 60);
        shop.release(buyer, shop.hold(buyer, sale)).expect(200);
        shop.buy(buyer, sale);
        assertThat(shop.reserve(buyer, sale, 1).problem()).isEqualTo("409 /problems/limit-reached");
    }

    @Test
    void answersFiftyRequestsWithOneKeyAlikeAndHoldsOnce() {
        String sale = shop.sale(50, 10, 60);
        String key = UUID.randomUUID().toString();
        List<Answer> answers = Shop.together(repeat(
                50, () -> shop.postOnce("/v1/sales/" + sale + "/reservations", buyer, key, Map.of("quantity", 2))));
        assertThat(answers).extracting(Answer::status).containsOnly(201);
        assertThat(answers.stream().map(Answer::body).distinct()).hasSize(1);
        assertThat(answers).filteredOn(answer -> !answer.replayed()).hasSize(1);
        assertUnits(sale, 48, 2, 0);
    }

    @Test
    void refusesWhatIsSoldOutNotOpenOrNotThere() {
        String sale = shop.sale(1, 1, 60);
        shop.hold(buyer, sale);
        assertThat(shop.reserve(other, sale, 1).problem()).isEqualTo("409 /problems/sold-out");
        shop.post("/v1/sales/" + sale + "/close", shop.host(), null).expect(200);
        assertThat(shop.reserve(other, sale, 1).problem()).isEqualTo("409 /problems/sale-not-open");
        assertThat(shop.reserve(null, sale, 1).problem()).isEqualTo("401 /problems/unauthenticated");
        assertThat(shop.reserve(other, UUID.randomUUID().toString(), 1).problem())
                .isEqualTo("404 /problems/not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1000000000000", "\"2\"", "1.5", "null", "true", "[1]"})
    void namesAQuantityThatIsNone(String quantity) {
        String sale = shop.sale(5, 3, 60);
        Answer answer = shop.post("/v1/sales/" + sale + "/reservations", buyer, "{\"quantity\":" + quantity + "}");
        assertThat(answer.problem()).isEqualTo("400 /problems/invalid-request");
        assertThat(answer.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/quantity");
        assertUnits(sale, 5, 0, 0);
    }

    @Test
    void namesAFieldNobodyKnows() {
        String sale = shop.sale(5, 3, 60);
        Answer answer = shop.post("/v1/sales/" + sale + "/reservations", buyer, Map.of("quantity", 1, "colour", "red"));
        assertThat(answer.problem()).isEqualTo("400 /problems/invalid-request");
        assertThat(answer.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/colour");
    }

    @Test
    void keepsAReservationFromEverybodyElse() {
        String sale = shop.sale(5, 3, 60);
        String reservation = shop.hold(buyer, sale);
        String path = "/v1/reservations/" + reservation;
        assertThat(shop.get(path, other).problem()).isEqualTo("404 /problems/not-found");
        assertThat(shop.get(path, null).problem()).isEqualTo("401 /problems/unauthenticated");
        assertThat(shop.release(other, reservation).problem()).isEqualTo("404 /problems/not-found");
        assertThat(shop.release(shop.host(), reservation).problem()).isEqualTo("404 /problems/not-found");
        assertThat(shop.order(other, reservation).problem()).isEqualTo("404 /problems/not-found");
        assertUnits(sale, 4, 1, 0);
    }

    private void assertUnits(String sale, int available, int held, int sold) {
        JsonNode now = shop.saleNow(sale);
        assertThat(List.of(
                        now.path("available").asInt(),
                        now.path("held").asInt(),
                        now.path("sold").asInt()))
                .as(now.toString())
                .containsExactly(available, held, sold);
    }

    private static <T> List<Callable<T>> repeat(int times, Callable<T> call) {
        return Stream.generate(() -> call).limit(times).toList();
    }
}
