package io.pasar.community.ledger;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Rhythm of the ledger's jobs.
///
/// @param matureEvery how often rewards whose time has come become the members' own
/// @param checkEvery how often balances are compared with entries and the hash chain is followed
@Validated
@ConfigurationProperties("pasar.ledger")
record LedgerProperties(
        @DefaultValue("1m") Duration matureEvery,
        @DefaultValue("15m") Duration checkEvery) {}
