package io.pasar.live.payment;

/// What the payer does on the page the sandbox stands for.
enum SandboxAction {
    SUCCEED("payment.succeeded"),
    FAIL("payment.failed");

    private final String event;

    SandboxAction(String event) {
        this.event = event;
    }

    /// The `type` of the webhook that reports it.
    String event() {
        return event;
    }
}
