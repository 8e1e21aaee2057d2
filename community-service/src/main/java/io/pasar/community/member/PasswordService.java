package io.pasar.community.member;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.pasar.platform.problem.CommonProblem;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// Hashes passwords with Argon2id on threads of its own. The queue in front of them is bounded: when it is
/// full, callers get 503 with `Retry-After` instead of a long wait.
@Service
class PasswordService implements DisposableBean {

    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private final Argon2PasswordEncoder encoder;
    private final Scheduler threads;
    private final Timer timer;
    private final String nobodysHash;

    PasswordService(PasswordProperties properties, MeterRegistry meters) {
        encoder = new Argon2PasswordEncoder(
                SALT_BYTES, HASH_BYTES, properties.parallelism(), properties.memoryKib(), properties.iterations());
        int workers = properties.threadsOrProcessors();
        threads = Schedulers.newBoundedElastic(workers, Math.ceilDiv(properties.queue(), workers), "password");
        timer = PasswordMeters.HASH.timer(meters);
        nobodysHash = hashNow("nobody has this password");
    }

    /// The hash to store, with salt and parameters inside.
    Mono<String> hash(Password password) {
        return onOwnThread(() -> hashNow(password.text()));
    }

    /// Whether the password belongs to the stored hash. Without one a hash of nobody's is computed, so that an
    /// unknown handle costs what a wrong password costs.
    Mono<Boolean> matches(Password password, Optional<String> stored) {
        if (password.isOversized()) {
            return matches(new Password(""), Optional.empty());
        }
        return onOwnThread(() -> timer.record(() -> encoder.matches(password.text(), stored.orElse(nobodysHash))))
                .map(matched -> matched && stored.isPresent());
    }

    private String hashNow(String text) {
        return String.valueOf(timer.record(() -> encoder.encode(text)));
    }

    private <T> Mono<T> onOwnThread(Callable<T> work) {
        return Mono.fromCallable(work)
                .subscribeOn(threads)
                .onErrorMap(
                        RejectedExecutionException.class,
                        _ -> CommonProblem.UNAVAILABLE
                                .because("Too many people are signing in right now; try again in a moment.")
                                .retryAfter(RETRY_AFTER));
    }

    @Override
    public void destroy() {
        threads.dispose();
    }
}
