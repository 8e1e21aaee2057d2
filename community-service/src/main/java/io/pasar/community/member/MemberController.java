package io.pasar.community.member;

import static io.pasar.platform.idempotency.IdempotentOutsideTransaction.SHORT_LEASE_SECONDS;

import io.pasar.kernel.id.MemberId;
import io.pasar.platform.auth.Caller;
import io.pasar.platform.idempotency.IdempotentOutsideTransaction;
import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// HTTP edge of `member`.
@RestController
@RequestMapping("/v1/members")
class MemberController {

    private final MemberService members;

    MemberController(MemberService members) {
        this.members = members;
    }

    /// Outside the idempotency transaction: hashing is slow and queues, and must not hold a connection
    /// meanwhile.
    @PostMapping
    @IdempotentOutsideTransaction(leaseSeconds = SHORT_LEASE_SECONDS)
    Mono<ResponseEntity<OwnProfile>> signUp(
            @Valid @RequestBody SignUpRequest request,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            ServerHttpRequest http) {
        return members.signUp(request, key, ClientAddress.subject(http.getRemoteAddress()))
                .map(profile -> created(profile, http));
    }

    private static ResponseEntity<OwnProfile> created(OwnProfile profile, ServerHttpRequest http) {
        URI location = URI.create(http.getPath().contextPath().value() + "/v1/members/" + profile.id());
        return ResponseEntity.created(location).body(profile);
    }

    @GetMapping("/me")
    Mono<OwnProfile> me(Caller caller) {
        return members.own(caller);
    }

    @GetMapping("/{id}")
    Mono<PublicProfile> profile(@PathVariable MemberId id, Caller caller) {
        return members.profile(id, caller);
    }
}
