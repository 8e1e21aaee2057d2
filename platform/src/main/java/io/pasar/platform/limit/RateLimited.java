package io.pasar.platform.limit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// How often one member may make this unsafe call, besides the limit on all of theirs. It is counted before the
/// call begins, repeats with the same `Idempotency-Key` included, and calls pass while Redis cannot be asked.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface RateLimited {

    /// See [RateLimit#limitName()].
    String value();

    /// See [RateLimit#burst()].
    int burst();

    /// The window in which the burst refills, in seconds.
    int perSeconds();
}
