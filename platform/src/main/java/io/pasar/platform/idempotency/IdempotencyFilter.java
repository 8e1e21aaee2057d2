package io.pasar.platform.idempotency;

import io.pasar.platform.auth.CurrentMemberProvider;
import io.pasar.platform.job.Uninterrupted;
import io.pasar.platform.problem.CommonProblem;
import io.pasar.platform.problem.FailureAdvice;
import io.pasar.platform.problem.Problem;
import io.pasar.platform.problem.ProblemAdvice;
import io.pasar.platform.web.BodyLimitFilter;
import io.pasar.platform.web.FilterOrder;
import io.pasar.platform.web.MappedCallProvider;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Gives every unsafe call that reaches a controller and carries an `Idempotency-Key` one effect and one
/// answer.
final class IdempotencyFilter implements WebFilter, Ordered {

    private static final String REPLAYED = "Idempotency-Replayed";
    private static final String GUEST = "guest";
    private static final Duration BUSY = Duration.ofSeconds(5);

    private final MappedCallProvider calls;
    private final IdempotencyService idempotency;
    private final ProblemAdvice problems;
    private final IdempotencyProperties settings;
    private final BodyBudget budget;

    IdempotencyFilter(
            MappedCallProvider calls,
            IdempotencyService idempotency,
            ProblemAdvice problems,
            IdempotencyProperties settings) {
        this.calls = calls;
        this.idempotency = idempotency;
        this.problems = problems;
        this.settings = settings;
        this.budget = new BodyBudget(settings.bufferMax().toBytes());
    }

    @Override
    public int getOrder() {
        return FilterOrder.IDEMPOTENCY;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        if (!isKeyed(exchange.getRequest())) {
            return chain.filter(exchange);
        }
        return calls.of(exchange)
                .map(call -> once(exchange, chain, call))
                .defaultIfEmpty(Mono.defer(() -> chain.filter(exchange)))
                .flatMap(answering -> answering);
    }

    private Mono<Void> once(ServerWebExchange exchange, WebFilterChain chain, HandlerMethod call) {
        IdempotencyKey key =
                IdempotencyKey.of(exchange.getRequest().getHeaders().getOrEmpty(IdempotencyKey.HEADER));
        refuseStreams(exchange.getRequest());
        return budgeted(
                        exchange,
                        Mono.zip(scope(), body(exchange.getRequest()))
                                .flatMap(read -> answered(exchange, chain, call, key, read.getT1(), read.getT2())))
                .flatMap(answered -> write(exchange.getResponse(), answered));
    }

    private Mono<AnsweredOnce> answered(
            ServerWebExchange exchange,
            WebFilterChain chain,
            HandlerMethod call,
            IdempotencyKey key,
            String scope,
            byte[] body) {
        KeyedRequest request = KeyedRequest.of(scope, key, whatItIs(exchange.getRequest()), body);
        Mono<KeptAnswer> effect = effect(exchange, chain, body);
        IdempotentOutsideTransaction outside = call.getMethodAnnotation(IdempotentOutsideTransaction.class);
        return outside == null
                ? idempotency.inTransaction(request, settings.keep(), effect)
                : idempotency.underLease(request, settings.keep(), lease(outside), effect);
    }

    private Duration lease(IdempotentOutsideTransaction outside) {
        return outside.leaseSeconds() == 0 ? settings.lease() : Duration.ofSeconds(outside.leaseSeconds());
    }

    private Mono<KeptAnswer> effect(ServerWebExchange exchange, WebFilterChain chain, byte[] body) {
        return Mono.defer(() -> {
            CapturedResponse response = new CapturedResponse(
                    exchange.getResponse(), (int) settings.answerMax().toBytes());
            ServerWebExchange captured = exchange.mutate()
                    .request(new BufferedRequest(exchange.getRequest(), body))
                    .response(response)
                    .build();
            return chain.filter(captured)
                    .onErrorResume(error -> refusal(captured, response, error))
                    .then(Mono.fromSupplier(response::answer));
        });
    }

    /// Refusals are answers; failures go on, to be logged and answered by the advice.
    private Mono<Void> refusal(ServerWebExchange captured, CapturedResponse response, Throwable error) {
        Problem problem = FailureAdvice.problemOf(error);
        if (HttpStatusCode.valueOf(problem.code().status()).is5xxServerError()) {
            return Mono.error(error);
        }
        response.reset();
        return problems.answer(captured, problem);
    }

    private static Mono<Void> write(ServerHttpResponse response, AnsweredOnce answered) {
        KeptAnswer answer = answered.answer();
        byte[] body = Base64.getDecoder().decode(answer.body());
        response.setStatusCode(HttpStatusCode.valueOf(answer.status()));
        answer.headers().forEach(response.getHeaders()::put);
        if (answered.replayed()) {
            response.getHeaders().set(REPLAYED, "true");
        }
        if (body.length == 0) {
            return response.setComplete();
        }
        response.getHeaders().setContentLength(body.length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private static Mono<String> scope() {
        return CurrentMemberProvider.member()
                .map(member -> member.id().toString())
                .defaultIfEmpty(GUEST);
    }

    private static Mono<byte[]> body(ServerHttpRequest request) {
        return DataBufferUtils.join(request.getBody())
                .map(IdempotencyFilter::bytes)
                .defaultIfEmpty(new byte[0]);
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    /// The bytes are held until the work that holds the body has ended, whether or not its caller stays; a body
    /// whose sender leaves ends in an error.
    private <T> Mono<T> budgeted(ServerWebExchange exchange, Mono<T> work) {
        long bytes = BodyLimitFilter.bytesAtMost(exchange);
        return Mono.defer(() -> budget.take(bytes)
                ? Uninterrupted.work(work.doFinally(_ -> budget.giveBack(bytes)))
                : Mono.error(CommonProblem.UNAVAILABLE
                        .because("Too many large requests at once. Repeat this one with the same key.")
                        .retryAfter(BUSY)));
    }

    private static boolean isKeyed(ServerHttpRequest request) {
        return request.getHeaders().containsHeader(IdempotencyKey.HEADER) && MappedCallProvider.isUnsafe(request);
    }

    private static void refuseStreams(ServerHttpRequest request) {
        if (request.getHeaders().getAccept().stream().anyMatch(MediaType.TEXT_EVENT_STREAM::equalsTypeAndSubtype)) {
            throw Problem.invalid(
                    "/" + IdempotencyKey.HEADER, "cannot be used with Accept: text/event-stream; streams are not kept");
        }
    }

    private static List<String> whatItIs(ServerHttpRequest request) {
        String query = request.getURI().getRawQuery();
        return List.of(
                request.getMethod().name(),
                request.getPath().pathWithinApplication().value(),
                query == null ? "" : query);
    }
}
