package io.pasar.kernel.event;

import io.pasar.kernel.id.MemberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody signed up.
///
/// @param referralCode the code of the friend's link they came through, as typed; not yet checked
public record MemberRegistered(
        MemberId member, String handle, @Nullable String referralCode, Instant registeredAt) implements DomainEvent {

    public static final String TYPE = "pasar.community.member.registered.v1";

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String subject() {
        return member.toString();
    }
}
