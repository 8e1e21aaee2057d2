package io.pasar.community.reward;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Settings of rewards for referrals.
///
/// @param inviterPoints for the one whose code it was
/// @param invitedPoints for the friend
/// @param returnWindow how long after payment a reward stays pending
/// @param grantsADay rewards an inviter gets in a day before further ones are held for review
@Validated
@ConfigurationProperties("pasar.reward.referral")
record RewardProperties(
        @DefaultValue("100") @Min(1) long inviterPoints,
        @DefaultValue("100") @Min(1) long invitedPoints,
        @DefaultValue("14d") Duration returnWindow,
        @DefaultValue("20") @Min(0) int grantsADay) {}
