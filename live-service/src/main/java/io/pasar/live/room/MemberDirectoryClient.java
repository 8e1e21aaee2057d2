package io.pasar.live.room;

import io.pasar.kernel.id.MemberId;
import io.pasar.platform.problem.CommonProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/// Asks the community service whether a member exists. This service knows its callers by their tokens only: where
/// the community does not answer, any id may be somebody's.
final class MemberDirectoryClient {

    private static final Logger LOG = LoggerFactory.getLogger(MemberDirectoryClient.class);

    private final WebClient community;
    private final MemberDirectoryProperties settings;

    MemberDirectoryClient(WebClient.Builder clients, MemberDirectoryProperties settings) {
        this.community = clients.clone().baseUrl(settings.url()).build();
        this.settings = settings;
    }

    /// Nothing; or a `not-found` problem if the community has no such member.
    Mono<Void> requireKnown(MemberId member) {
        return settings.url().isEmpty() ? Mono.empty() : ask(member);
    }

    private Mono<Void> ask(MemberId member) {
        return community
                .get()
                .uri("/v1/members/{id}", member)
                .exchangeToMono(answer -> answer.releaseBody().thenReturn(isUnknown(answer)))
                .timeout(settings.timeout())
                .doOnError(failure -> LOG.warn("The community does not say who is a member: {}", failure.toString()))
                .onErrorReturn(false)
                .filter(unknown -> unknown)
                .flatMap(_ -> Mono.error(() -> CommonProblem.NOT_FOUND.because("There is no member with this id.")));
    }

    private static boolean isUnknown(ClientResponse answer) {
        return answer.statusCode().isSameCodeAs(HttpStatus.NOT_FOUND);
    }
}
