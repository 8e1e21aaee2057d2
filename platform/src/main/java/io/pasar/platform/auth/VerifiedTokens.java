package io.pasar.platform.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/// Tokens already verified, each until it expires and never longer; when full, those used least go first. Lost
/// with the process, which costs one verification a token.
final class VerifiedTokens {

    private final Cache<TokenHash, Caller.Member> members;
    private final Clock clock;

    /// @param max the most tokens kept; 0 keeps none
    VerifiedTokens(int max, Clock clock) {
        this.clock = clock;
        this.members = Caffeine.newBuilder()
                .maximumSize(max)
                .expireAfter(Expiry.<TokenHash, Caller.Member>creating((_, member) -> rest(member)))
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

    private Duration rest(Caller.Member member) {
        Duration rest = Duration.between(clock.instant(), member.expiresAt());
        return rest.isNegative() ? Duration.ZERO : rest;
    }
}
