package io.pasar.load.story;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jmesPath;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;

/// Becoming a member. Afterwards the session has `handle` and `token`.
final class AccountSteps {

    private static final String PASSWORD = "a long enough password";
    private static final String CREDENTIALS = "{\"handle\":\"#{handle}\",\"password\":\"" + PASSWORD + "\"}";

    private AccountSteps() {}

    static ChainBuilder signUp(String prefix) {
        String run = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
        return exec(session -> session.set("handle", prefix + "-" + run + "-" + session.userId()))
                .exec(http("sign up")
                        .post("/community/v1/members")
                        .body(StringBody(CREDENTIALS))
                        .check(status().is(201)))
                .exec(http("sign in")
                        .post("/community/v1/tokens")
                        .body(StringBody(CREDENTIALS))
                        .check(status().is(200), jmesPath("accessToken").saveAs("token")));
    }
}
