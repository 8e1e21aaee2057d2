package io.pasar.standalone.story;

import io.pasar.standalone.StandaloneProcess;
import io.pasar.standalone.deploy.Scrape;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/// A standalone process. When it falls, it and its servers are killed at once.
final class OwnStage implements Stage {

    private static final String OPERATOR = "whoever-runs-this-story-and-nobody-else";

    private final StandaloneProcess pasar;

    OwnStage(Path home) {
        pasar = StandaloneProcess.in(home)
                .with("PASAR_DEMO", "false")
                .with("PASAR_OPERATOR_TOKEN", OPERATOR)
                .with("PASAR_INVARIANT_EVERY", "1s")
                .start();
    }

    @Override
    public Market market() {
        return new Market(pasar.uri("/"), "");
    }

    @Override
    public void fall(RoomClient watching) {
        pasar.killAll();
        watching.awaitEnd();
        pasar.start();
    }

    @Override
    public void restart() {
        pasar.terminate();
        pasar.start();
    }

    @Override
    public Optional<Scrape> told(String service) {
        Api operator = market().guest().as(OPERATOR);
        Api.Answer answer = operator.get("/" + service + "/actuator/prometheus");
        answer.expect(200);
        return Optional.of(Scrape.of(new String(answer.raw().body(), StandardCharsets.UTF_8)));
    }

    @Override
    public void close() {
        pasar.close();
    }
}
