package io.pasar.platform.web;

import org.springframework.core.Ordered;

/// The order of the edge's filters. Spring Security's stands at -100 between them.
public final class FilterOrder {

    /// Request ids and security headers: every answer has them, refusals of later filters too.
    public static final int ENVELOPE = Ordered.HIGHEST_PRECEDENCE + 100;

    /// What a call is about, for the log: before anything is begun or refused that might be logged.
    public static final int SUBJECT = ENVELOPE + 1;

    /// Answers to browsers that ask whether they may call.
    public static final int CORS = SUBJECT + 1;

    /// Before anything reads the body.
    public static final int BODY_LIMIT = CORS + 1;

    /// Before a caller is looked for: the operator is no member.
    public static final int OPERATOR = BODY_LIMIT + 1;

    /// After the caller is known, before anything is begun for them.
    public static final int RATE_LIMIT = 90;

    /// After the caller is known.
    public static final int IDEMPOTENCY = 100;

    private FilterOrder() {}
}
