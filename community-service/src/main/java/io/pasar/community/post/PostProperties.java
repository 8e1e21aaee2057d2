package io.pasar.community.post;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Settings of posts.
///
/// @param liveUrl where the live service answers, without `/v1`
/// @param lookupTimeout how long a post waits for live to tell about a product nobody tagged before
/// @param lookupsMax look-ups at once; more are refused with 503, so that a slow live service does not use up
///     the connections of this one
@Validated
@ConfigurationProperties("pasar.post")
record PostProperties(
        String liveUrl,
        @DefaultValue("2s") Duration lookupTimeout,
        @DefaultValue("8") int lookupsMax) {}
