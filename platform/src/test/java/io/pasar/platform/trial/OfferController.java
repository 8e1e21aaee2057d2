package io.pasar.platform.trial;

import io.pasar.kernel.id.IdGenerator;
import io.pasar.platform.idempotency.IdempotentOutsideTransaction;
import io.pasar.platform.limit.RateLimited;
import io.pasar.platform.postgres.AfterCommit;
import io.pasar.platform.problem.CommonProblem;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// Calls with an effect, one for each way a call can end.
@RestController
@RequestMapping("/v1/offers")
class OfferController {

    final AtomicInteger told = new AtomicInteger();
    volatile Mono<Void> gate = Mono.empty();

    private final OfferStore offers;
    private final IdGenerator ids;
    private final TransactionalOperator transactions;

    record NewOffer(@NotBlank String title) {}

    record Offer(UUID id, String title) {}

    OfferController(OfferStore offers, IdGenerator ids, TransactionalOperator transactions) {
        this.offers = offers;
        this.ids = ids;
        this.transactions = transactions;
    }

    @PostMapping
    Mono<ResponseEntity<Offer>> make(@Valid @RequestBody NewOffer offer) {
        return inserted(offer)
                .as(transactions::transactional)
                .map(made -> ResponseEntity.created(URI.create("/v1/offers/" + made.id()))
                        .body(made));
    }

    @RateLimited(value = "offers", burst = 2, perSeconds = 60)
    @PostMapping("/few")
    Mono<Offer> few(@Valid @RequestBody NewOffer offer) {
        return inserted(offer);
    }

    @PostMapping("/refused")
    Mono<Offer> refuse(@Valid @RequestBody NewOffer offer) {
        return inserted(offer)
                .flatMap(_ -> AfterCommit.run(Mono.fromRunnable(told::incrementAndGet)))
                .then(Mono.<Offer>error(() -> CommonProblem.CONFLICT.because("no offers at " + ids.next())))
                .as(transactions::transactional);
    }

    @PostMapping("/recovered")
    Mono<Offer> recover(@Valid @RequestBody NewOffer offer) {
        return inserted(offer)
                .then(Mono.<Offer>error(() -> CommonProblem.CONFLICT.because("first try")))
                .as(transactions::transactional)
                .onErrorResume(_ -> inserted(new NewOffer(offer.title() + " again")));
    }

    @PostMapping("/declined")
    Mono<ResponseEntity<Offer>> decline(@Valid @RequestBody NewOffer offer) {
        return inserted(offer).map(made -> ResponseEntity.status(409).body(made));
    }

    @PostMapping("/failed")
    Mono<Offer> fail(@Valid @RequestBody NewOffer offer) {
        return inserted(offer).then(Mono.error(() -> new IllegalStateException("broken")));
    }

    @PostMapping("/later")
    Mono<Offer> later(@Valid @RequestBody NewOffer offer) {
        return inserted(offer)
                .then(Mono.error(
                        () -> CommonProblem.TOO_MANY_REQUESTS.because("slower").retryAfter(Duration.ofSeconds(3))));
    }

    @PostMapping("/gated")
    Mono<Offer> gated(@Valid @RequestBody NewOffer offer) {
        return inserted(offer).flatMap(made -> gate.thenReturn(made));
    }

    @PostMapping("/unanswered")
    Mono<Offer> unanswered(@Valid @RequestBody NewOffer offer) {
        return inserted(offer)
                .flatMap(made -> AfterCommit.run(Mono.defer(() -> gate)).thenReturn(made));
    }

    @IdempotentOutsideTransaction
    @PostMapping("/outside")
    Mono<Offer> outside(@Valid @RequestBody NewOffer offer) {
        return inserted(offer).flatMap(made -> gate.thenReturn(made));
    }

    @IdempotentOutsideTransaction
    @PostMapping("/after-waiting")
    Mono<Offer> afterWaiting(@Valid @RequestBody NewOffer offer) {
        return Mono.defer(() -> gate).then(Mono.defer(() -> inserted(offer).as(transactions::transactional)));
    }

    private Mono<Offer> inserted(NewOffer offer) {
        return offers.insert(ids.next(), offer.title()).map(id -> new Offer(id, offer.title()));
    }
}
