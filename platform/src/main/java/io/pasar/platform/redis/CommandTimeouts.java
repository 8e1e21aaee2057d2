package io.pasar.platform.redis;

import io.lettuce.core.TimeoutOptions.TimeoutSource;
import io.lettuce.core.protocol.CommandType;
import io.lettuce.core.protocol.ProtocolKeyword;
import io.lettuce.core.protocol.RedisCommand;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// How long Lettuce waits for the answer to a command: longer for the commands that wait for data.
final class CommandTimeouts extends TimeoutSource {

    private static final Set<ProtocolKeyword> WAITING =
            Set.of(CommandType.XREADGROUP, CommandType.XREAD, CommandType.BLPOP, CommandType.BRPOP, CommandType.BLMOVE);

    private final long commandMillis;
    private final long waitingMillis;

    CommandTimeouts(RedisProperties settings) {
        commandMillis = settings.commandTimeout().toMillis();
        waitingMillis = settings.blockingTimeout().toMillis();
    }

    @Override
    public long getTimeout(RedisCommand<?, ?, ?> command) {
        return WAITING.contains(command.getType()) ? waitingMillis : commandMillis;
    }

    @Override
    public TimeUnit getTimeUnit() {
        return TimeUnit.MILLISECONDS;
    }
}
