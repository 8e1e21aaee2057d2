package io.pasar.community.referral;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Settings of referrals.
///
/// @param window how long after sign-up the first order of an invited friend counts
/// @param link what members send to friends; `{code}` stands for the code
@Validated
@ConfigurationProperties("pasar.referral")
record ReferralProperties(@DefaultValue("30d") Duration window, String link) {

    String linkFor(ReferralCode code) {
        return link.replace("{code}", code.text());
    }
}
