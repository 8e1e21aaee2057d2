package io.pasar.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisLoadingException;
import io.r2dbc.spi.R2dbcDataIntegrityViolationException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcRollbackException;
import io.r2dbc.spi.R2dbcTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/// What counts as a server that is away.
class OutageFilterTest {

    static Stream<Throwable> outages() {
        return Stream.of(
                new R2dbcNonTransientResourceException("connection closed"),
                new R2dbcNonTransientResourceException("terminating connection", "57P01"),
                new R2dbcNonTransientResourceException("the database system is starting up", "57P03"),
                new R2dbcNonTransientResourceException("too many clients", "53300"),
                new R2dbcTimeoutException("no connection in time"),
                new CannotCreateTransactionException("no connection"),
                new DataAccessResourceFailureException("closed", new R2dbcNonTransientResourceException("closed")),
                new TimeoutException("no answer"),
                new RuntimeException(new TimeoutException("no answer")),
                new RedisException("Currently not connected. Commands are rejected."),
                new RedisConnectionException("refused"),
                new RedisLoadingException("LOADING Redis is loading the dataset in memory"),
                new RedisCommandExecutionException("CLUSTERDOWN Hash slot not served"));
    }

    static Stream<Throwable> failures() {
        return Stream.of(
                new IllegalStateException("a bug"),
                new R2dbcDataIntegrityViolationException("duplicate key", "23505"),
                new R2dbcRollbackException("deadlock detected", "40P01"),
                new R2dbcNonTransientResourceException("raised by a trigger", "P0001"),
                new DataAccessResourceFailureException(
                        "as Spring reports it", new R2dbcNonTransientResourceException("raised by a trigger", "P0001")),
                new R2dbcNonTransientResourceException("canceling statement due to statement timeout", "57014"),
                new RedisCommandExecutionException("WRONGTYPE Operation against a key"),
                new HandlerTooSlowException(Duration.ofSeconds(10)));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void waitsForAServerThatIsAway(Throwable outage) {
        assertThat(OutageFilter.isOutage(outage)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("failures")
    void countsEverythingElseAsAnAttempt(Throwable failure) {
        assertThat(OutageFilter.isOutage(failure)).isFalse();
    }
}
