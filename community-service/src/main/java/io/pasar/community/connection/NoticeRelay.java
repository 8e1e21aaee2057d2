package io.pasar.community.connection;

import io.pasar.platform.socket.ChannelHub;
import io.pasar.platform.socket.ChannelListener;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.retry.Retry;

/// Hears the notices of all nodes and has them delivered, in order. When more arrive than can be delivered, the
/// newest are dropped: they are hints.
@Component
class NoticeRelay implements SmartLifecycle, ChannelListener {

    private static final Logger LOG = LoggerFactory.getLogger(NoticeRelay.class);
    private static final int WAITING_MAX = 10_000;

    private final ChannelHub channels;
    private final NoticeService notices;
    private volatile @Nullable Disposable running;
    private volatile Sinks.@Nullable Many<String> heard;

    NoticeRelay(ChannelHub channels, NoticeService notices) {
        this.channels = channels;
        this.notices = notices;
    }

    @Override
    public void start() {
        Sinks.Many<String> queue = Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(WAITING_MAX));
        heard = queue;
        Mono<Void> listening = Mono.defer(() -> channels.open(NoticeService.CHANNEL, this))
                .retryWhen(Retry.backoff(Long.MAX_VALUE, Duration.ofMillis(100)).maxBackoff(Duration.ofSeconds(5)));
        running = listening.thenMany(queue.asFlux()).concatMap(this::deliver).subscribe();
    }

    private Mono<Void> deliver(String text) {
        return Mono.defer(() -> notices.deliver(text))
                .doOnError(failure -> LOG.warn("a notice was not delivered", failure))
                .onErrorComplete();
    }

    @Override
    public void message(String text) {
        Sinks.Many<String> queue = heard;
        if (queue != null && queue.tryEmitNext(text).isFailure()) {
            LOG.warn("a notice was dropped because too many wait");
        }
    }

    @Override
    public void subscribed() {
        LOG.debug("listening to notices");
    }

    @Override
    public void stop() {
        Disposable relay = running;
        if (relay != null) {
            channels.close(NoticeService.CHANNEL);
            relay.dispose();
            running = null;
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
