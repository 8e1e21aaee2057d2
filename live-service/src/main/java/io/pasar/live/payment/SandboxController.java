package io.pasar.live.payment;

import static io.pasar.platform.idempotency.IdempotentOutsideTransaction.SHORT_LEASE_SECONDS;

import io.pasar.kernel.id.PaymentIntentId;
import io.pasar.live.payment.SandboxService.SandboxAnswer;
import io.pasar.platform.auth.Caller;
import io.pasar.platform.idempotency.IdempotentOutsideTransaction;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// The sandbox's stand-in for the payer's action. The webhook it causes comes back over HTTP and must find the
/// payment committed, hence outside a transaction.
@RestController
class SandboxController {

    private final SandboxService sandbox;

    SandboxController(SandboxService sandbox) {
        this.sandbox = sandbox;
    }

    @PostMapping("/v1/payments/sandbox/{intent}/succeed")
    @IdempotentOutsideTransaction(leaseSeconds = SHORT_LEASE_SECONDS)
    Mono<SandboxAnswer> succeed(Caller caller, @PathVariable PaymentIntentId intent) {
        return sandbox.act(caller, intent, SandboxAction.SUCCEED);
    }

    @PostMapping("/v1/payments/sandbox/{intent}/fail")
    @IdempotentOutsideTransaction(leaseSeconds = SHORT_LEASE_SECONDS)
    Mono<SandboxAnswer> fail(Caller caller, @PathVariable PaymentIntentId intent) {
        return sandbox.act(caller, intent, SandboxAction.FAIL);
    }
}
