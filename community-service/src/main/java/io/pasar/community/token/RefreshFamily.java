package io.pasar.community.token;

import io.pasar.kernel.id.MemberId;
import java.time.Instant;
import java.util.Optional;

/// One sign-in.
///
/// @param endsAt when a new sign-in is needed, however often tokens are refreshed
/// @param revoked why it ended before that
record RefreshFamily(FamilyId id, MemberId member, Instant endsAt, Optional<Revocation> revoked) {

    /// Why a family ended before its time.
    enum Revocation {
        /// A token that had been exchanged came again: somebody has a copy.
        REUSE("reuse"),
        SIGN_OUT("sign-out");

        private final String stored;

        Revocation(String stored) {
            this.stored = stored;
        }

        String stored() {
            return stored;
        }

        static Revocation of(String stored) {
            return stored.equals(REUSE.stored) ? REUSE : SIGN_OUT;
        }
    }
}
