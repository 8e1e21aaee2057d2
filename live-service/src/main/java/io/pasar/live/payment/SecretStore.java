package io.pasar.live.payment;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/// The table `payment_secret`: what this service shares with a provider if the settings do not say it.
@Component
class SecretStore {

    private static final int BYTES = 32;

    private final DatabaseClient database;
    private final SecureRandom random = new SecureRandom();

    SecretStore(DatabaseClient database) {
        this.database = database;
    }

    /// The provider's secret, made by whichever node asks first.
    Mono<String> of(String provider) {
        return find(provider).switchIfEmpty(Mono.defer(() -> add(provider).then(find(provider))));
    }

    private Mono<String> find(String provider) {
        return database.sql("select secret from payment_secret where provider = :provider")
                .bind("provider", provider)
                .map(row -> row.get("secret", String.class))
                .one();
    }

    private Mono<Long> add(String provider) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        return database.sql("insert into payment_secret values (:provider, :secret) on conflict do nothing")
                .bind("provider", provider)
                .bind("secret", HexFormat.of().formatHex(secret))
                .fetch()
                .rowsUpdated();
    }
}
