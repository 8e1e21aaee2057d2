package io.pasar.platform.event;

import io.lettuce.core.RedisBusyException;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisLoadingException;
import io.lettuce.core.RedisReadOnlyException;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTimeoutException;
import io.r2dbc.spi.R2dbcTransientResourceException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/// Tells a server that is away from an event that cannot be handled. An outage says nothing about the event, so
/// it is waited out however long it takes; everything else counts as an attempt.
///
/// The SQLSTATE decides where there is one, for the driver's exception types do not: it reports every state it
/// does not know, such as a trigger's `RAISE EXCEPTION`, as a lost resource.
final class OutageFilter {

    /// SQLSTATE classes: connection, insufficient resources, operator intervention (shutting down, starting
    /// up), system error.
    private static final Set<String> OUTAGE_STATES = Set.of("08", "53", "57P", "58");

    private static final Set<String> OUTAGE_REPLIES = Set.of("CLUSTERDOWN", "TRYAGAIN", "MASTERDOWN", "NOREPLICAS");
    private static final int CAUSES_MAX = 16;

    private OutageFilter() {}

    static boolean isOutage(Throwable failure) {
        List<Throwable> causes = Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(CAUSES_MAX)
                .toList();
        return sqlState(causes)
                .map(OutageFilter::isOutageState)
                .orElseGet(() -> causes.stream().anyMatch(OutageFilter::isOutageType));
    }

    private static Optional<String> sqlState(List<Throwable> causes) {
        return causes.stream()
                .filter(R2dbcException.class::isInstance)
                .map(cause -> ((R2dbcException) cause).getSqlState())
                .filter(state -> state != null && !state.isEmpty())
                .findFirst();
    }

    private static boolean isOutageState(String state) {
        return OUTAGE_STATES.stream().anyMatch(state::startsWith);
    }

    private static boolean isOutageType(Throwable failure) {
        return switch (failure) {
            case R2dbcNonTransientResourceException _ -> true;
            case R2dbcTransientResourceException _ -> true;
            case R2dbcTimeoutException _ -> true;
            case DataAccessResourceFailureException _ -> true;
            case CannotCreateTransactionException _ -> true;
            case TimeoutException _ -> true;
            case RedisLoadingException _ -> true;
            case RedisBusyException _ -> true;
            case RedisReadOnlyException _ -> true;
            case RedisCommandExecutionException error -> isOutageReply(String.valueOf(error.getMessage()));
            case RedisException _ -> true;
            default -> false;
        };
    }

    private static boolean isOutageReply(String reply) {
        return OUTAGE_REPLIES.stream().anyMatch(reply::startsWith);
    }
}
