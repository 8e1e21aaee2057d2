package io.pasar.platform.trial;

import io.pasar.kernel.id.Id;
import io.pasar.kernel.id.IdGenerator;
import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.RoomId;
import io.pasar.kernel.money.Money;
import io.pasar.kernel.page.PageRequest;
import io.pasar.platform.auth.Caller;
import io.pasar.platform.limit.RateLimit;
import io.pasar.platform.limit.RateLimiter;
import io.pasar.platform.web.Bcp47;
import io.pasar.platform.web.BodyLimit;
import io.pasar.platform.web.Market;
import io.pasar.platform.web.NotBuiltYet;
import io.pasar.platform.web.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Calls that show what the edge makes of requests.
@RestController
class TrialController {

    private static final RateLimit ONCE = RateLimit.open("once", 1, Duration.ofMinutes(1));

    private final OfferStore offers;
    private final IdGenerator ids;
    private final RateLimiter limiter;

    TrialController(OfferStore offers, IdGenerator ids, RateLimiter limiter) {
        this.offers = offers;
        this.ids = ids;
        this.limiter = limiter;
    }

    enum Kind {
        FLASH_SALE,
        AUCTION
    }

    record Variant(
            @NotNull Money price, @Min(1) @Max(1_000_000) int stock) {}

    record Echo(
            @Nullable Kind kind,
            @Nullable Instant at,
            @Nullable Money price,
            @Nullable MemberId member,
            @Nullable Double ratio,
            @Nullable Boolean open,
            @Nullable Long big,
            @Min(1) @Max(1000) int quantity,
            @Nullable List<@Valid Variant> variants,
            @Nullable @PlainText(max = 50) String name,
            @Nullable @PlainText(max = 500, lines = true) String story,
            @Nullable @Bcp47 String locale,
            @Nullable @Market String market) {}

    @GetMapping("/v1/caller")
    Mono<Map<String, String>> caller(Caller caller) {
        return Mono.just(
                Map.of("caller", caller.member().map(member -> member.handle()).orElse("guest")));
    }

    @GetMapping("/v1/me")
    Mono<Map<String, String>> me(Caller caller) {
        return Mono.fromCallable(() -> Map.of("id", caller.requireMember().id().toString()));
    }

    @GetMapping("/v1/rooms/{id}")
    Mono<Map<String, Id>> room(@PathVariable RoomId id) {
        return Mono.just(Map.of("id", id));
    }

    @GetMapping("/v1/pages")
    Mono<PageRequest> page(PageRequest page, @RequestParam(defaultValue = "1") int version) {
        return Mono.just(page);
    }

    @PostMapping("/v1/echo")
    Mono<Echo> echo(@Valid @RequestBody Echo echo) {
        return offers.insert(ids.next(), "echo").thenReturn(echo);
    }

    @BodyLimit(mebibytes = 2)
    @PostMapping(path = "/v1/large", consumes = MediaType.TEXT_PLAIN_VALUE)
    Mono<Integer> large(@RequestBody String body) {
        return Mono.just(body.length());
    }

    @GetMapping("/v1/log")
    Mono<Map<String, String>> log() {
        return Mono.delay(Duration.ofMillis(1)).map(_ -> Map.of("requestId", String.valueOf(MDC.get("requestId"))));
    }

    @GetMapping("/v1/address")
    Mono<Map<String, String>> address(ServerHttpRequest request) {
        InetSocketAddress remote = Objects.requireNonNull(request.getRemoteAddress());
        return Mono.just(Map.of(
                "address", remote.getAddress().getHostAddress(),
                "scheme", request.getURI().getScheme()));
    }

    @GetMapping("/v1/later")
    Mono<String> later() {
        return NotBuiltYet.answer("Later");
    }

    @GetMapping("/v1/limited")
    Mono<String> limited(@RequestParam String subject) {
        return limiter.acquire(ONCE, subject).thenReturn("passed");
    }

    @GetMapping("/v1/broken")
    Mono<String> broken() {
        return Mono.error(new IllegalStateException("secret detail"));
    }
}
