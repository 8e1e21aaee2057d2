package io.pasar.platform.trial;

import io.pasar.kernel.id.Id;
import io.pasar.kernel.id.MemberId;
import io.pasar.kernel.id.RoomId;
import io.pasar.kernel.money.Money;
import io.pasar.kernel.page.PageRequest;
import io.pasar.platform.auth.Caller;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
            @Nullable List<@Valid Variant> variants) {}

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
        return Mono.just(echo);
    }

    @GetMapping("/v1/broken")
    Mono<String> broken() {
        return Mono.error(new IllegalStateException("secret detail"));
    }
}
