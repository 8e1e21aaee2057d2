package io.pasar.community.token;

import io.pasar.kernel.id.IdGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/// The ring of signing keys: makes the first one on the first start, rotates, retires. All nodes share one
/// ring, and a node learns within [#REMEMBERED] what another one changed.
@Service
class SigningKeyService {

    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private final SigningKeyStore store;
    private final KeyCodec codec;
    private final TokenThreadsProvider threads;
    private final TokenProperties properties;
    private final TransactionalOperator transaction;
    private final IdGenerator ids;
    private final Clock clock;
    private final AtomicReference<Mono<List<SigningKey>>> remembered;

    SigningKeyService(
            SigningKeyStore store,
            KeyCodec codec,
            TokenThreadsProvider threads,
            TokenProperties properties,
            TransactionalOperator transaction,
            IdGenerator ids,
            Clock clock) {
        this.store = store;
        this.codec = codec;
        this.threads = threads;
        this.properties = properties;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
        this.remembered = new AtomicReference<>(load());
    }

    /// The key that signs now. Makes the first key if there is none.
    Mono<SigningKey> signer() {
        return ring().flatMap(keys -> Mono.justOrEmpty(SigningKeyRules.signer(keys, now())));
    }

    /// The keys whose public part others may need.
    Mono<List<SigningKey>> published() {
        return ring().map(keys -> SigningKeyRules.published(keys, properties.accessLifetime(), now()));
    }

    /// Makes a key that signs at once and drops all others, as after a leak: no access token of before is good
    /// any more as soon as whoever verifies them asks for the keys again. Sign-ins go on by refreshing.
    Mono<SigningKey> replaceAll() {
        return store.lock()
                .then(Mono.defer(() -> store.all().map(StoredSigningKey::kid).collectList()))
                .flatMap(leaked -> add(List.of(), Duration.ZERO).delayUntil(_ -> store.remove(leaked)))
                .as(transaction::transactional)
                .doOnSuccess(_ -> forget());
    }

    /// Makes a new key, whether or not one is due.
    ///
    /// @param publishAhead how long it is published before it signs
    Mono<SigningKey> rotate(Duration publishAhead) {
        return store.lock()
                .then(Mono.defer(this::stored))
                .flatMap(keys -> add(keys, publishAhead))
                .as(transaction::transactional)
                .doOnSuccess(_ -> forget());
    }

    /// Rotates if the youngest key has signed long enough and removes keys whose last token has ended.
    Mono<Void> keepRing() {
        return store.lock()
                .then(Mono.defer(this::stored))
                .flatMap(keys -> removeRetired(keys).then(addIfDue(keys)))
                .as(transaction::transactional)
                .doOnSuccess(_ -> forget())
                .then();
    }

    private Mono<List<SigningKey>> ring() {
        return Mono.defer(remembered::get)
                .filter(keys -> SigningKeyRules.signer(keys, now()).isPresent())
                .switchIfEmpty(Mono.defer(() -> keepRing().then(Mono.defer(remembered::get))));
    }

    private Mono<SigningKey> addIfDue(List<SigningKey> keys) {
        boolean due = SigningKeyRules.isRotationDue(keys, properties.rotateKeysAfter(), now());
        return due ? add(keys, properties.publishKeysAhead()) : Mono.empty();
    }

    private Mono<SigningKey> add(List<SigningKey> keys, Duration publishAhead) {
        Instant signsFrom = SigningKeyRules.signsFrom(keys, publishAhead, now());
        String kid = ids.next().toString();
        return threads.run(() -> KeyCodec.generate(kid, now(), signsFrom))
                .flatMap(key -> store.insert(codec.store(key)).thenReturn(key));
    }

    private Mono<Void> removeRetired(List<SigningKey> keys) {
        List<String> retired = keys.stream()
                .filter(key -> SigningKeyRules.isRetired(key, keys, properties.accessLifetime(), now()))
                .map(SigningKey::kid)
                .toList();
        return retired.isEmpty() ? Mono.empty() : store.remove(retired);
    }

    private Mono<List<SigningKey>> stored() {
        return store.all().collectList().flatMap(keys -> threads.run(() -> opened(keys)));
    }

    private List<SigningKey> opened(List<StoredSigningKey> keys) {
        return keys.stream().map(codec::open).toList();
    }

    private Mono<List<SigningKey>> load() {
        return Mono.defer(this::stored).cache(_ -> REMEMBERED, _ -> Duration.ZERO, () -> Duration.ZERO);
    }

    private void forget() {
        remembered.set(load());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
