package io.pasar.load.story;

import static io.gatling.javaapi.core.CoreDsl.asLongAsDuring;
import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.jmesPath;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.http.HttpDsl.ws;

import io.gatling.http.action.ws.WsInboundMessage;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.http.WsFrameCheck;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The room protocol: hello, join, talk, hear. The session's `heard` is what the viewer knows by now.
///
/// Gatling forgets events in two cases, and a viewer who counts them must not: when something is sent, what was
/// not handed over yet, so everything here hears first; and while an answer is awaited, what is not the answer,
/// so [#isAnswer] puts that into the viewer's own inbox.
final class SocketSteps {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration ANSWER_MAX = Duration.ofSeconds(30);
    private static final Duration CATCH_UP_MAX = Duration.ofSeconds(10);
    private static final Duration CATCH_UP_EVERY = Duration.ofMillis(200);
    private static final String HEARD = "heard";
    private static final String INBOX = "inbox";
    private static final String COMMAND = "command";
    private static final String KNOWN = "known";
    private static final String HELLO_GUEST = """
            {"id":1,"type":"hello","data":{"client":"pasar-load/1"}}""";
    private static final String HELLO_MEMBER = """
            {"id":1,"type":"hello","data":{"client":"pasar-load/1","token":"#{token}"}}""";
    private static final String JOIN = """
            {"id":2,"type":"room.join","data":{}}""";
    private static final String SAY = """
            {"id":#{command},"type":"chat.send","data":{"text":"Is there still one for me? I have said so in #{command}."}}""";

    private final Show show;

    private record Arrived(long at, JsonNode frame) {}

    /// What came while an answer was awaited. Only ever touched by the viewer's own event loop.
    private record Inbox(Queue<Arrived> waiting) {}

    SocketSteps(Show show) {
        this.show = show;
    }

    ChainBuilder joinAsGuest() {
        return join(HELLO_GUEST);
    }

    ChainBuilder joinAsMember() {
        return join(HELLO_MEMBER);
    }

    /// Takes in what has come since the last time.
    ChainBuilder hear() {
        return exec(ws.processUnmatchedMessages(this::take));
    }

    /// Says something and waits for the answer.
    ChainBuilder say() {
        return exec(session -> session.set(COMMAND, command(session) + 1))
                .exec(hear())
                .exec(ws("say something")
                        .sendText(SAY)
                        .await(ANSWER_MAX)
                        .on(answer("said").check(jmesPath("data.seq").ofLong().saveAs("said"))))
                .exec(session -> {
                    show.ledger().told(session.getLong("said"));
                    return session;
                });
    }

    /// Hears what is known by now and hangs up.
    ChainBuilder leave() {
        return hangUp().exec(session -> {
            show.ledger().left(heard(session), session.getLong(KNOWN));
            return session;
        });
    }

    /// The same after the end of the show.
    ChainBuilder leaveAtTheEnd() {
        return hangUp().exec(session -> {
            show.ledger().leftAtTheEnd(heard(session), session.getLong(KNOWN));
            return session;
        });
    }

    private ChainBuilder hangUp() {
        return exec(session -> session.set(KNOWN, show.ledger().newest()))
                .exec(hear())
                .exec(asLongAsDuring(SocketSteps::isBehind, CATCH_UP_MAX).on(pause(CATCH_UP_EVERY), hear()))
                .exec(ws("leave").close());
    }

    private static boolean isBehind(Session session) {
        return heard(session).seq() < session.getLong(KNOWN);
    }

    static Heard heard(Session session) {
        return Objects.requireNonNull(session.<Heard>get(HEARD), "nobody joined");
    }

    private ChainBuilder join(String hello) {
        return exec(session -> session.set(INBOX, new Inbox(new ArrayDeque<>())).set(COMMAND, 1))
                .exec(ws("connect")
                        .connect(_ -> show.load().socketBase() + "/live/v1/rooms/" + show.room() + "/socket")
                        .subprotocol("pasar.v1"))
                .exec(ws("hello")
                        .sendText(hello)
                        .await(ANSWER_MAX)
                        .on(answer("hello answered")
                                .check(jmesPath("data.session").exists())))
                .exec(session -> session.set(COMMAND, 2))
                .exec(ws("join")
                        .sendText(JOIN)
                        .await(ANSWER_MAX)
                        .on(answer("join answered")
                                .check(
                                        jmesPath("data.epoch").exists(),
                                        bodyString().saveAs("joined"))))
                .exec(this::joined);
    }

    private Session joined(Session session) {
        Heard heard = Heard.joined(JSON.readTree(Objects.requireNonNull(session.getString("joined"))));
        show.joined();
        return session.remove("joined").set(HEARD, heard);
    }

    private static WsFrameCheck.Text answer(String name) {
        return ws.checkTextMessage(name)
                .matching(
                        bodyString().transformWithSession(SocketSteps::isAnswer).is(true));
    }

    private static boolean isAnswer(String text, Session session) {
        JsonNode frame = JSON.readTree(text);
        boolean isAnswer = frame.path("re").asInt(0) == command(session);
        if (!isAnswer) {
            inbox(session).add(new Arrived(System.currentTimeMillis(), frame));
        }
        return isAnswer;
    }

    private Session take(List<WsInboundMessage> messages, Session session) {
        Queue<Arrived> inbox = inbox(session);
        for (WsInboundMessage message : messages) {
            if (message instanceof WsInboundMessage.Text text) {
                inbox.add(new Arrived(text.timestamp(), JSON.readTree(text.message())));
            }
        }
        Heard heard = heard(session);
        for (Arrived arrived = inbox.poll(); arrived != null; arrived = inbox.poll()) {
            heard = heard.hear(arrived.frame());
            show.ledger().told(heard.seq());
            time(arrived.at(), arrived.frame());
        }
        return session.set(HEARD, heard);
    }

    private void time(long arrived, JsonNode frame) {
        if (frame.has("seq")) {
            Instant happened = Instant.parse(frame.path("at").asString());
            show.delays().add(arrived - happened.toEpochMilli());
        }
    }

    private static int command(Session session) {
        return session.getInt(COMMAND);
    }

    private static Queue<Arrived> inbox(Session session) {
        return Objects.requireNonNull(session.<Inbox>get(INBOX), "nobody connected")
                .waiting();
    }
}
