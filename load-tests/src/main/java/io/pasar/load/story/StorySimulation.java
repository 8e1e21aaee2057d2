package io.pasar.load.story;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.details;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;

/// A host opens a room, an audience arrives, a flash sale with fewer units than members who want one opens, the
/// host ends the show; then everything must add up.
///
/// Fails if any answer is not one the contract foresees, if a viewer missed or doubled a kept event, left
/// behind others or did not hear of the sale or the end, if units were oversold, got lost or were not bought
/// although somebody wanted each, or if the run ended before it could be told. Nothing is asserted on speed:
/// the generator shares the machine.
public final class StorySimulation extends Simulation {

    private static final int FRAMES_KEPT = 5_000;

    private final Show show = new Show(StoryLoad.ofSystemProperties());

    public StorySimulation() {
        StoryLoad load = show.load();
        HostScript host = new HostScript(show);
        ViewerScript viewers = new ViewerScript(show);
        setUp(host.opening()
                        .injectOpen(atOnceUsers(1))
                        .andThen(
                                host.show()
                                        .injectOpen(atOnceUsers(1))
                                        .andThen(host.audit().injectOpen(atOnceUsers(1))),
                                viewers.guest()
                                        .injectOpen(rampUsers(load.guests()).during(load.arrival())),
                                viewers.member()
                                        .injectOpen(rampUsers(load.members()).during(load.arrival()))))
                .protocols(protocol(load))
                .maxDuration(load.longest())
                .assertions(
                        global().failedRequests().count().is(0L),
                        details("sign in").successfulRequests().count().is(load.members() + 1L),
                        details("join").successfulRequests().count().is((long) load.viewers()),
                        details(HostScript.VERDICT).successfulRequests().count().is(1L));
    }

    private static HttpProtocolBuilder protocol(StoryLoad load) {
        return http.baseUrl(load.base())
                .acceptHeader("application/json")
                .contentTypeHeader("application/json")
                .disableWarmUp()
                .wsUnmatchedInboundMessageBufferSize(FRAMES_KEPT);
    }

    /// What only the audience knows.
    @Override
    public void after() {
        Delays delays = show.delays();
        System.out.printf(
                "%d units offered, %d reservations granted, %d orders paid, %d paid too late and given back%n",
                show.load().units(),
                show.ledger().grants(),
                show.ledger().payments(),
                show.ledger().late());
        System.out.printf(
                "%d kept events delivered; from the room's log to the viewer p50 %d ms, p95 %d ms, p99 %d ms%n",
                delays.count(), delays.percentile(0.50), delays.percentile(0.95), delays.percentile(0.99));
    }
}
