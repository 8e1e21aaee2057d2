package io.pasar.community.token;

import static io.pasar.platform.idempotency.IdempotentOutsideTransaction.SHORT_LEASE_SECONDS;

import io.pasar.community.member.ClientAddress;
import io.pasar.platform.idempotency.IdempotentOutsideTransaction;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// HTTP edge of `token`.
@RestController
@RequestMapping("/v1/tokens")
class TokenController {

    private final TokenService tokens;

    TokenController(TokenService tokens) {
        this.tokens = tokens;
    }

    /// Outside the idempotency transaction: hashing is slow, and ending a family must be kept although the
    /// answer is a refusal.
    @PostMapping
    @IdempotentOutsideTransaction(leaseSeconds = SHORT_LEASE_SECONDS)
    Mono<ResponseEntity<TokenPair>> issue(@RequestBody TokenRequest request, ServerHttpRequest http) {
        return tokens.issue(TokenRequestRules.read(request), ClientAddress.subject(http.getRemoteAddress()))
                .map(pair ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(pair));
    }

    @DeleteMapping
    Mono<ResponseEntity<Void>> signOut(@RequestBody SignOutRequest request) {
        return tokens.signOut(TokenRequestRules.refresh(request.refreshToken()).token())
                .thenReturn(ResponseEntity.noContent().build());
    }
}
