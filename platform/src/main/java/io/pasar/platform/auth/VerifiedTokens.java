package io.pasar.platform.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/// Tokens already verified, each until it expires and never longer than its issuer's keys are believed without
/// asking again; when full, those used least go first. Lost with the process, which costs one verification a
/// token.
final class VerifiedTokens {

    private final Cache<TokenHash, Caller.Member> members;
    private final Duration longest;
    private final Clock clock;

    /// @param max the most tokens kept; 0 keeps none
    /// @param longest how long one is kept at most, so that none outlives the key that signed it by more
    VerifiedTokens(int max, Duration longest, Clock clock) {
        this.longest = longest;
        this.clock = clock;
        this.members = Caffeine.newBuilder()
                .maximumSize(max)
                .expireAfter(Expiry.<TokenHash, Caller.Member>creating((_, member) -> keptFor(member)))
                .build();
    }

    Optional<Caller.Member> find(TokenHash token) {
        return Optional.ofNullable(members.getIfPresent(token))
                .filter(member -> !rest(member).isZero());
    }

    void keep(TokenHash token, Caller.Member member) {
        if (!rest(member).isZero()) {
            members.put(token, member);
        }
    }

    /// How many are kept now, for meters and tests.
    long size() {
        members.cleanUp();
        return members.estimatedSize();
    }

    private Duration keptFor(Caller.Member member) {
        Duration rest = rest(member);
        return rest.compareTo(longest) < 0 ? rest : longest;
    }

    private Duration rest(Caller.Member member) {
        Duration rest = Duration.between(clock.instant(), member.expiresAt());
        return rest.isNegative() ? Duration.ZERO : rest;
    }
}
