package io.pasar.live.room;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where to ask whether a member exists.
///
/// @param url where the community service answers, without `/v1`; empty where members are of other issuers,
///     which nobody can ask
/// @param timeout how long to wait for its answer
@ConfigurationProperties("pasar.member-directory")
record MemberDirectoryProperties(
        @DefaultValue("") String url, @DefaultValue("2s") Duration timeout) {}
