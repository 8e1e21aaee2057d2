package io.pasar.platform.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.pasar.kernel.event.CloudEvent;
import io.pasar.kernel.event.MemberRegistered;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/// The service's handlers by name.
class EventHandlersTest {

    record Named(String consumer) implements EventHandler<MemberRegistered> {

        @Override
        public String producer() {
            return "community";
        }

        @Override
        public String type() {
            return MemberRegistered.TYPE;
        }

        @Override
        public Class<MemberRegistered> payload() {
            return MemberRegistered.class;
        }

        @Override
        public Mono<Void> handle(CloudEvent<MemberRegistered> event) {
            return Mono.empty();
        }
    }

    @Test
    void findsAHandlerByItsConsumersName() {
        EventHandlers handlers = new EventHandlers(List.of(new Named("a"), new Named("b")));
        assertThat(handlers.of("b")).contains(new Named("b"));
        assertThat(handlers.of("c")).isEmpty();
        assertThat(handlers.consumers()).containsExactly("a", "b");
    }

    @Test
    void refusesTwoHandlersThatWouldTakeEachOthersEvents() {
        assertThatIllegalStateException()
                .isThrownBy(() -> new EventHandlers(List.of(new Named("a"), new Named("a"))))
                .withMessageContaining("two event handlers are called a");
    }
}
