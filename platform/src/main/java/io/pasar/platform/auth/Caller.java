package io.pasar.platform.auth;

import io.pasar.kernel.id.MemberId;
import io.pasar.platform.problem.CommonProblem;
import java.time.Instant;
import java.util.Optional;

/// Who is calling. Controllers take it as a method argument; services decide by it.
public sealed interface Caller {

    /// Nobody in particular: no token was sent.
    static Caller guest() {
        return new Guest();
    }

    /// Somebody without a token.
    record Guest() implements Caller {}

    /// A member who proved it with a token.
    ///
    /// @param id the token's subject
    /// @param handle the unique name others see
    /// @param displayName the free name others see
    /// @param expiresAt when the token ends; a socket opened with it ends then too
    record Member(MemberId id, String handle, String displayName, Instant expiresAt) implements Caller {}

    /// The member, if it is one.
    default Optional<Member> member() {
        return this instanceof Member member ? Optional.of(member) : Optional.empty();
    }

    /// The member, or a 401 problem.
    default Member requireMember() {
        return member().orElseThrow(() -> CommonProblem.UNAUTHENTICATED.because(
                "Send Authorization: Bearer with an access token from POST /community/v1/tokens."));
    }
}
