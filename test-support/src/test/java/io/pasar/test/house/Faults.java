package io.pasar.test.house;

import java.time.Duration;
import java.util.logging.Logger;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Mono;

/// One nested class a broken rule.
final class Faults {

    private Faults() {}

    static final class CoreThatWaits {
        Mono<String> decide() {
            return Mono.just("yes");
        }
    }

    static final class FieldInjected {
        @Autowired
        private String dependency = "";

        String dependency() {
            return dependency;
        }
    }

    static final class OldLogger {
        private static final Logger LOG = Logger.getLogger("old");

        void log() {
            LOG.info("old");
        }
    }

    static final class Sleeper {
        void rest() throws InterruptedException {
            Thread.sleep(Duration.ofMillis(1));
        }
    }

    static final class BlockingService {
        String name(Mono<String> name) {
            return String.valueOf(name.block());
        }
    }

    static final class CarelessService {
        void start(Mono<String> name) {
            name.subscribe();
        }
    }
}
