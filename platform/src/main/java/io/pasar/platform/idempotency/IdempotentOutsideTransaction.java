package io.pasar.platform.idempotency;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// On a controller method that must not run inside one transaction: it calls a model or a provider, or reads a
/// large file. The key is claimed and committed first, the method runs, its answer is kept afterwards.
///
/// A repeat that comes while it runs is told to come back. If the process or the database dies meanwhile, a
/// repeat is told so until the lease ends, and then runs the method again: its effect must bear that, also
/// while the first one still runs.
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface IdempotentOutsideTransaction {

    /// A lease for calls that somebody waits for and that are never slow.
    int SHORT_LEASE_SECONDS = 10;

    /// How long the claim lasts; 0 for the usual lease (`pasar.idempotency.lease`).
    int leaseSeconds() default 0;
}
