package io.pasar.platform.problem;

/// Refusals every service may answer.
public enum CommonProblem implements ProblemCode {
    INVALID_REQUEST("invalid-request", 400, "The request is not valid"),
    MALFORMED_JSON("malformed-json", 400, "The body is not valid JSON"),
    UNAUTHENTICATED("unauthenticated", 401, "Sign in first"),
    INVALID_TOKEN("invalid-token", 401, "The token is not valid"),
    FORBIDDEN("forbidden", 403, "Not allowed"),
    NOT_FOUND("not-found", 404, "Not found"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "Method not allowed"),
    NOT_ACCEPTABLE("not-acceptable", 406, "No such representation"),
    REQUEST_TIMEOUT("request-timeout", 408, "The request took too long to arrive"),
    IDEMPOTENCY_IN_PROGRESS("idempotency-in-progress", 409, "The first request with this key is still running"),
    CONFLICT("conflict", 409, "The thing is not in a state that allows this"),
    PAYLOAD_TOO_LARGE("payload-too-large", 413, "The body is too large"),
    ADDRESS_TOO_LONG("address-too-long", 414, "The address is too long"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "This content type is not accepted here"),
    IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", 422, "The idempotency key was used with another request"),
    TOO_MANY_REQUESTS("too-many-requests", 429, "Too many requests"),
    HEADERS_TOO_LARGE("headers-too-large", 431, "The headers are too large"),
    INTERNAL("internal", 500, "Something went wrong on our side"),
    NOT_BUILT_YET("not-built-yet", 501, "This is not built yet"),
    UNAVAILABLE("unavailable", 503, "Not available right now");

    private final String slug;
    private final int status;
    private final String title;

    CommonProblem(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
