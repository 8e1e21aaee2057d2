package io.pasar.standalone.demo;

import static io.pasar.standalone.demo.ContractClient.body;

import io.pasar.standalone.demo.Cast.Visitor;
import io.pasar.standalone.demo.ContractClient.Call;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One member of the market: signs up once, signs in when needed, and calls.
final class Person {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PASSWORD_BYTES = 24;
    private static final Duration RENEW_BEFORE_END = Duration.ofMinutes(1);

    private final Visitor visitor;
    private final ContractClient contract;
    private final Notebook notebook;
    private final Clock clock;
    private @Nullable Tokens tokens;

    private record Tokens(String access, String refresh, Instant renewAt) {}

    Person(Visitor visitor, ContractClient contract, Notebook notebook, Clock clock) {
        this.visitor = visitor;
        this.contract = contract;
        this.notebook = notebook;
        this.clock = clock;
    }

    String handle() {
        return visitor.handle();
    }

    String locale() {
        return visitor.locale();
    }

    /// Their id; known once they have joined.
    String id() {
        return notebook.read(key("id")).orElseThrow();
    }

    /// Signs up unless that was done before.
    void join() {
        if (notebook.read(key("id")).isPresent()) {
            return;
        }
        try {
            notebook.write(key("id"), signUp().path("id").asString());
        } catch (RefusedException refused) {
            if (!refused.is(409)) {
                throw refused;
            }
            takeBack();
        }
    }

    JsonNode call(Call call) {
        try {
            return contract.call(call, Optional.of(accessToken()));
        } catch (RefusedException refused) {
            if (!refused.is(401)) {
                throw refused;
            }
            tokens = null;
            return contract.call(call, Optional.of(accessToken()));
        }
    }

    /// A token that lives for a while yet.
    String accessToken() {
        Tokens held = tokens;
        if (held == null || !clock.instant().isBefore(held.renewAt())) {
            held = held == null ? signIn() : renew(held);
            tokens = held;
        }
        return held.access();
    }

    private JsonNode signUp() {
        return contract.call(
                Call.post(
                        "/community/v1/members",
                        body(
                                "handle", name(),
                                "password", password(),
                                "displayName", visitor.name(),
                                "locale", visitor.locale(),
                                "market", visitor.market())),
                Optional.empty());
    }

    /// The handle is taken: by this person, if the sign-up's answer was lost, or by somebody else.
    private void takeBack() {
        try {
            notebook.write(
                    key("id"),
                    call(Call.get("/community/v1/members/me")).path("id").asString());
        } catch (RefusedException refused) {
            if (!refused.is(401)) {
                throw refused;
            }
            notebook.write(key("handle"), visitor.handle() + "-" + random(2));
            join();
        }
    }

    private Tokens renew(Tokens held) {
        try {
            return tokens(body("refreshToken", held.refresh()));
        } catch (RefusedException refused) {
            if (!refused.is(401)) {
                throw refused;
            }
            return signIn();
        }
    }

    private Tokens signIn() {
        return tokens(body("handle", name(), "password", password()));
    }

    private Tokens tokens(Object grant) {
        JsonNode pair = contract.call(Call.post("/community/v1/tokens", grant), Optional.empty());
        Duration life = Duration.ofSeconds(pair.path("expiresIn").asLong());
        return new Tokens(
                pair.path("accessToken").asString(),
                pair.path("refreshToken").asString(),
                clock.instant().plus(life).minus(RENEW_BEFORE_END));
    }

    private String name() {
        return notebook.read(key("handle")).orElse(visitor.handle());
    }

    private String password() {
        return notebook.readOrWrite(key("password"), () -> random(PASSWORD_BYTES));
    }

    private String key(String what) {
        return what + " of " + visitor.handle();
    }

    private static String random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
