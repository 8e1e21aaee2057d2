package io.pasar.platform.auth;

import io.pasar.kernel.id.MemberId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.UUID;

/// What an issuer's `sub` stands for.
public enum SubjectMeaning {
    /// The subject is a member's id. Such an issuer can speak for any member: only for the built-in one and for
    /// issuers trusted as much.
    MEMBER_ID {
        @Override
        Optional<MemberId> member(String issuer, String subject) {
            try {
                return Optional.of(MemberId.of(subject));
            } catch (IllegalArgumentException noId) {
                return Optional.empty();
            }
        }
    },
    /// The subject means something to the issuer alone; the member's id is derived from issuer and subject, so
    /// it can collide with nobody else's.
    FOREIGN {
        @Override
        Optional<MemberId> member(String issuer, String subject) {
            return Optional.of(new MemberId(derived(issuer + '\n' + subject)));
        }
    };

    /// The member the subject stands for; empty if it is none.
    abstract Optional<MemberId> member(String issuer, String subject);

    /// A UUID of version 8 (RFC 9562) from the first 122 bits of the SHA-256.
    private static UUID derived(String name) {
        try {
            ByteBuffer hash =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8)));
            long high = (hash.getLong() & ~0xF000L) | 0x8000L;
            long low = (hash.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
