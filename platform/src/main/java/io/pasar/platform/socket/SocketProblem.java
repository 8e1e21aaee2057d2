package io.pasar.platform.socket;

import io.pasar.platform.problem.ProblemCode;

/// Refusals of the socket protocol itself.
public enum SocketProblem implements ProblemCode {
    UNKNOWN_COMMAND("unknown-command", 404, "There is no such command"),
    ALREADY_GREETED("already-greeted", 409, "Hello was said already"),
    UPGRADE_REQUIRED("upgrade-required", 426, "This address speaks WebSocket");

    private final String slug;
    private final int status;
    private final String title;

    SocketProblem(String slug, int status, String title) {
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
