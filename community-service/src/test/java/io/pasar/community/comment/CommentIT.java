package io.pasar.community.comment;

import static io.pasar.community.trial.CommunityClient.body;
import static io.pasar.community.trial.CommunityClient.invalid;
import static io.pasar.community.trial.CommunityClient.problem;
import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.community.trial.CommunityClient;
import io.pasar.community.trial.TestMember;
import io.pasar.community.trial.Together;
import io.pasar.community.trial.UsesCommunity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

/// Comments.
@UsesCommunity
class CommentIT {

    @Autowired
    CommunityClient community;

    @Autowired
    DatabaseClient database;

    @Autowired
    TransactionalOperator transaction;

    @Test
    void listsCommentsInTheOrderTheyWereWritten() {
        TestMember anna = community.member();
        String post = community.post(anna, "Hello");
        IntStream.rangeClosed(1, 5).forEach(number -> comment(anna, post, "Comment " + number));
        List<String> read = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = body(community
                    .get(null, comments(post) + "?limit=2" + after)
                    .expectStatus()
                    .isOk());
            page.get("items").forEach(item -> read.add(item.get("text").asString()));
            after = page.get("next").isNull()
                    ? ""
                    : "&after=" + page.get("next").asString();
        } while (!after.isEmpty());
        assertThat(read).containsExactly("Comment 1", "Comment 2", "Comment 3", "Comment 4", "Comment 5");
    }

    @Test
    void areReadWhileSomebodyChangesThePost() {
        TestMember anna = community.member();
        String post = community.post(anna, "Hello");
        comment(anna, post, "Hi");
        Mono<Integer> status = database.sql("SELECT id FROM post WHERE id = :post FOR UPDATE")
                .bind("post", UUID.fromString(post))
                .fetch()
                .one()
                .then(Mono.fromCallable(() -> community
                                .get(null, comments(post))
                                .returnResult(String.class)
                                .getStatus()
                                .value())
                        .subscribeOn(Schedulers.boundedElastic()))
                .as(transaction::transactional);
        assertThat(status.block(Duration.ofSeconds(20))).isEqualTo(200);
    }

    @Test
    void countsEveryCommentOfManyAtOnce() {
        TestMember anna = community.member();
        String post = community.post(anna, "Hello");
        Together.all(20, () -> comment(anna, post, "Me too"));
        assertThat(body(community.get(null, "/v1/posts/" + post))
                        .get("comments")
                        .asInt())
                .isEqualTo(20);
    }

    @Test
    void showsWhoWroteIt() {
        TestMember anna = community.member();
        TestMember ben = community.member();
        JsonNode comment = comment(ben, community.post(anna, "Hello"), "  Nice  ");
        assertThat(comment.get("author").get("handle").asString()).isEqualTo(ben.handle());
        assertThat(comment.get("text").asString()).isEqualTo("Nice");
    }

    @Test
    void refusesBadText() {
        TestMember anna = community.member();
        String post = community.post(anna, "Hello");
        for (String text : List.of("", " ", "x".repeat(2001), "evil\u2066txt", "bell\u0007")) {
            invalid(community.post(anna, comments(post), Map.of("text", text)), "/text");
        }
        assertThat(body(community.get(null, comments(post))).get("items").isEmpty())
                .isTrue();
    }

    @Test
    void needsAPostAndAMember() {
        TestMember anna = community.member();
        String nowhere = comments(UUID.randomUUID().toString());
        problem(community.post(anna, nowhere, Map.of("text", "Hello")), 404, "not-found");
        problem(community.get(anna, nowhere), 404, "not-found");
        String post = community.post(anna, "Hello");
        problem(community.post(null, comments(post), Map.of("text", "Hello")), 401, "unauthenticated");
    }

    @Test
    void refusesPagesNobodyGave() {
        String post = community.post(community.member(), "Hello");
        invalid(community.get(null, comments(post) + "?limit=0"), "/limit");
        invalid(community.get(null, comments(post) + "?limit=101"), "/limit");
        invalid(community.get(null, comments(post) + "?after=nonsense"), "/after");
    }

    private JsonNode comment(TestMember author, String post, String text) {
        return body(community
                .post(author, comments(post), Map.of("text", text))
                .expectStatus()
                .isCreated());
    }

    private static String comments(String post) {
        return "/v1/posts/" + post + "/comments";
    }
}
