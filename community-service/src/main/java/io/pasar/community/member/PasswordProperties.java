package io.pasar.community.member;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// Cost of Argon2id and how much of the machine it may take. The lower bounds are OWASP's minimum for Argon2id.
///
/// @param memoryKib memory of one hash
/// @param iterations passes over that memory
/// @param parallelism lanes of one hash
/// @param threads hashes computed at once; 0 means one a processor
/// @param queue hashes that may wait; more are refused with 503
@Validated
@ConfigurationProperties("pasar.member.password")
record PasswordProperties(
        @DefaultValue("19456") @Min(19456) @Max(1048576) int memoryKib,
        @DefaultValue("2") @Min(2) @Max(100) int iterations,
        @DefaultValue("1") @Min(1) @Max(16) int parallelism,
        @DefaultValue("0") @Min(0) @Max(256) int threads,
        @DefaultValue("400") @Min(1) @Max(100000) int queue) {

    int threadsOrProcessors() {
        return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
    }
}
