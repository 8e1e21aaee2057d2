package io.pasar.community.member;

import io.pasar.kernel.id.MemberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody who signed up.
///
/// @param handle unique, lower case
/// @param locale BCP 47, if they said
/// @param market ISO 3166-1 alpha-2, if they said
public record Member(
        MemberId id,
        String handle,
        String displayName,
        @Nullable String locale,
        @Nullable String market,
        Instant createdAt) {

    /// How they are shown beside what they wrote.
    public MemberName name() {
        return new MemberName(id, handle, displayName);
    }
}
