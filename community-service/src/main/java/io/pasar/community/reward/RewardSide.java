package io.pasar.community.reward;

import io.pasar.kernel.id.MemberId;
import java.util.Locale;

/// The two who are rewarded.
enum RewardSide {
    INVITER,
    INVITED;

    /// The reason members read in their list: `referral.inviter`, `referral.invited`.
    String reason() {
        return "referral." + word();
    }

    /// The ledger's reference for this side's reward. It names the friend, never the order.
    String grantReference(MemberId invited) {
        return "referral/" + invited + "/" + word();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
