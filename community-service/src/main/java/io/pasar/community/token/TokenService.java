package io.pasar.community.token;

import io.pasar.community.member.Member;
import io.pasar.community.member.MemberService;
import io.pasar.community.token.RefreshFamily.Revocation;
import io.pasar.kernel.id.IdGenerator;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// Signs members in and out and exchanges refresh tokens.
@Service
class TokenService {

    private final MemberService members;
    private final SigningKeyService keys;
    private final RefreshTokenStore store;
    private final SignInLimiter limiter;
    private final AccessTokens accessTokens;
    private final TokenThreadsProvider threads;
    private final TokenProperties properties;
    private final TransactionalOperator transaction;
    private final IdGenerator ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    TokenService(
            MemberService members,
            SigningKeyService keys,
            RefreshTokenStore store,
            SignInLimiter limiter,
            AccessTokens accessTokens,
            TokenThreadsProvider threads,
            TokenProperties properties,
            TransactionalOperator transaction,
            IdGenerator ids,
            Clock clock) {
        this.members = members;
        this.keys = keys;
        this.store = store;
        this.limiter = limiter;
        this.accessTokens = accessTokens;
        this.threads = threads;
        this.properties = properties;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /// @param address where the request came from, for throttling
    Mono<TokenPair> issue(TokenGrant grant, String address) {
        return switch (grant) {
            case TokenGrant.SignIn signIn -> signIn(signIn, address);
            case TokenGrant.Refresh refresh -> refresh(refresh.token());
        };
    }

    private Mono<TokenPair> signIn(TokenGrant.SignIn grant, String address) {
        return limiter.take(grant.handle(), address)
                .then(Mono.defer(() -> members.authenticate(grant.handle(), grant.password())))
                .switchIfEmpty(Mono.error(() -> TokenProblem.WRONG_CREDENTIALS.because(
                        "There is no member with this handle and this password.")))
                .flatMap(this::startFamily)
                .delayUntil(_ -> limiter.giveBack(grant.handle(), address));
    }

    private Mono<TokenPair> startFamily(Member member) {
        Instant now = now();
        RefreshFamily family = new RefreshFamily(
                new FamilyId(ids.next()), member.id(), now.plus(properties.refreshAbsolute()), Optional.empty());
        return newRefreshToken()
                .delayUntil(token -> store.insert(family, now)
                        .then(insert(token, family, now))
                        .as(transaction::transactional))
                .flatMap(token -> pair(member, token));
    }

    private Mono<TokenPair> refresh(RefreshToken presented) {
        return newRefreshToken()
                .flatMap(successor -> exchange(presented, successor))
                .flatMap(this::answer);
    }

    /// Locks, decides and carries out in one transaction; the refusal itself comes after the commit, so that
    /// ending a family is kept.
    private Mono<Exchange> exchange(RefreshToken presented, RefreshToken successor) {
        Instant now = now();
        return store.lock(presented)
                .map(token -> RefreshRules.decide(token, now))
                .delayUntil(decision -> carryOut(decision, presented, successor, now))
                .as(transaction::transactional)
                .defaultIfEmpty(new RefreshDecision.RefuseEnded())
                .map(decision -> new Exchange(decision, successor));
    }

    private Mono<Void> carryOut(RefreshDecision decision, RefreshToken presented, RefreshToken successor, Instant now) {
        return switch (decision) {
            case RefreshDecision.Rotate(var family) ->
                store.markUsed(presented, now).then(insert(successor, family, now));
            case RefreshDecision.Revoke(var family) -> store.revoke(family.id(), Revocation.REUSE, now);
            case RefreshDecision.RefuseReused _, RefreshDecision.RefuseEnded _ -> Mono.empty();
        };
    }

    private Mono<TokenPair> answer(Exchange exchange) {
        return switch (exchange.decision()) {
            case RefreshDecision.Rotate(var family) ->
                members.require(family.member()).flatMap(member -> pair(member, exchange.successor()));
            case RefreshDecision.Revoke _, RefreshDecision.RefuseReused _ ->
                Mono.error(TokenProblem.REFRESH_TOKEN_REUSED.because(
                        "This sign-in was ended because one of its refresh tokens came twice; sign in again."));
            case RefreshDecision.RefuseEnded _ ->
                Mono.error(TokenProblem.REFRESH_TOKEN_ENDED.because("Sign in again with handle and password."));
        };
    }

    /// Ends the sign-in the token belongs to. A token nobody knows is no error: the caller wants it not to
    /// work.
    Mono<Void> signOut(RefreshToken presented) {
        return store.lock(presented)
                .flatMap(token -> store.revoke(token.family().id(), Revocation.SIGN_OUT, now()))
                .as(transaction::transactional);
    }

    /// Removes sign-ins and tokens that ended, a batch of each; true if there may be more.
    Mono<Boolean> removeDead() {
        return Mono.defer(() -> store.removeDead(now()));
    }

    private Mono<Void> insert(RefreshToken token, RefreshFamily family, Instant now) {
        return store.insert(token, family.id(), RefreshRules.idleUntil(now, properties.refreshIdle(), family.endsAt()));
    }

    private Mono<TokenPair> pair(Member member, RefreshToken refreshToken) {
        return keys.signer()
                .flatMap(key -> threads.run(() -> accessTokens.sign(member, key, ids.next(), now())))
                .map(accessToken -> new TokenPair(
                        accessToken,
                        refreshToken.text(),
                        "Bearer",
                        accessTokens.lifetime().toSeconds()));
    }

    private Mono<RefreshToken> newRefreshToken() {
        return threads.run(() -> {
            byte[] bytes = new byte[RefreshToken.BYTES];
            random.nextBytes(bytes);
            return RefreshToken.of(bytes);
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private record Exchange(RefreshDecision decision, RefreshToken successor) {}
}
