package io.pasar.community.connection;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.community.trial.CommunityClient;
import io.pasar.community.trial.LiveEvents;
import io.pasar.community.trial.SocketPeer;
import io.pasar.community.trial.TestMember;
import io.pasar.community.trial.UsesCommunity;
import io.pasar.kernel.id.MemberId;
import io.pasar.test.ApiDocument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// The transcripts beside the AsyncAPI document are true, and their frames are what the document says.
@UsesCommunity
class CommunityTranscriptIT {

    private static final ApiDocument ASYNC_API = ApiDocument.of("community", "asyncapi");

    @Autowired
    CommunityClient community;

    @Autowired
    LiveEvents live;

    @LocalServerPort
    int port;

    @Test
    void replaysAMembersTalk() throws IOException {
        TestMember anna = community.member();
        TestMember ben = community.member(community.codeOf(anna));
        community
                .put(anna, "/v1/members/" + ben.id() + "/follow")
                .expectStatus()
                .isNoContent();
        Map<String, String> values = Map.of(
                "token", anna.token(),
                "member", anna.id().toString(),
                "handle", anna.handle(),
                "friend", ben.id().toString(),
                "friendHandle", ben.handle());
        Map<String, Runnable> happenings = Map.of(
                "friendPays", () -> live.publish(LiveEvents.paid(ben.id(), new MemberId(UUID.randomUUID()))),
                "followedPosts", () -> community.post(ben, "Hello"));
        replay("member", values, happenings);
    }

    @Test
    void replaysAGuestsTalk() throws IOException {
        replay("guest", Map.of(), Map.of());
    }

    private void replay(String name, Map<String, String> values, Map<String, Runnable> happenings) throws IOException {
        try (SocketPeer peer = SocketPeer.open(port)) {
            for (String line : lines(name, values)) {
                String rest = line.substring(2);
                switch (line.charAt(0)) {
                    case '>' -> peer.say(rest);
                    case '<' -> assertSays(peer.next(_ -> true), rest);
                    case '!' -> requireNonNull(happenings.get(rest)).run();
                    case 'x' -> assertThat(peer.closed()).isEqualTo(Integer.parseInt(rest));
                    default -> throw new AssertionError("no such line: " + line);
                }
            }
        }
    }

    private static void assertSays(JsonNode frame, String expected) {
        String pattern = Pattern.quote(expected).replace("\"*\"", "\\E\"[^\"]*\"\\Q");
        assertThat(frame.toString()).matches(pattern);
        String message = frame.has("error")
                ? "refusal"
                : frame.has("re") ? "answer" : frame.get("type").asString();
        assertThat(ASYNC_API.objections("/components/messages/" + message + "/payload", frame))
                .isEmpty();
    }

    private static List<String> lines(String name, Map<String, String> values) throws IOException {
        String resource = "/community/api/transcripts/" + name + ".txt";
        try (InputStream file = requireNonNull(CommunityTranscriptIT.class.getResourceAsStream(resource))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, String> value : values.entrySet()) {
                text = text.replace("${" + value.getKey() + "}", value.getValue());
            }
            return text.lines().filter(line -> !line.startsWith("#")).toList();
        }
    }
}
