package io.pasar.live.catalogue.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pasar.embedded.PostgresServer;
import io.pasar.embedded.RedisServer;
import io.pasar.kernel.id.IdGenerator;
import io.pasar.kernel.id.JobId;
import io.pasar.kernel.id.MemberId;
import io.pasar.live.LiveNode;
import io.pasar.live.LiveProcess;
import io.pasar.live.catalogue.Seller;
import io.pasar.live.catalogue.shopify.ImportError;
import io.pasar.live.catalogue.shopify.ImportOutcome;
import io.pasar.test.TestServers;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/// Imports whose workers die, stall or are overtaken, on servers of their own where nobody else imports.
class ImportSurvivalIT {

    private static final int PRODUCTS = 4_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration OVER = Duration.ZERO;

    private static PostgresServer postgres;
    private static RedisServer redis;
    private static ConfigurableApplicationContext idle;
    private static ImportStore imports;

    private final MemberId owner = new MemberId(UUID.randomUUID());
    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();

    @BeforeAll
    static void startServersAndANodeThatImportsNothing() {
        postgres = TestServers.postgres();
        redis = TestServers.redis();
        List<String> settings = settings();
        settings.add("--pasar.imports.workers=0");
        idle = LiveNode.start(settings);
        imports = idle.getBean(ImportStore.class);
    }

    @AfterAll
    static void stop() {
        idle.close();
        redis.stop();
        postgres.stop();
    }

    @Test
    void goesOnWhereAKilledProcessStopped() throws IOException, InterruptedException {
        String job;
        Seller seller;
        int before;
        try (LiveProcess doomed = LiveProcess.start(settings())) {
            seller = Seller.at(doomed.port());
            job = seller.uploaded(Catalogues.of(PRODUCTS, 1));
            Seller watcher = seller;
            await().atMost(MINUTE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> watcher.job(job).path("done").asInt() > 0);
            doomed.kill();
            before = seller.movedTo(idlePort()).job(job).path("done").asInt();
        }
        assertThat(before).isBetween(1, PRODUCTS - 1);
        try (LiveProcess heir = LiveProcess.start(settings())) {
            Seller again = seller.movedTo(heir.port());
            assertThat(again.ended(job).path("done").asInt()).isEqualTo(PRODUCTS);
            List<JsonNode> products = again.everyProduct();
            assertThat(products).hasSize(PRODUCTS);
            assertThat(products.stream().map(product -> product.path("handle").asString()))
                    .doesNotHaveDuplicates();
            assertThat(products)
                    .as("written once")
                    .allMatch(product -> product.path("createdAt").equals(product.path("updatedAt")));
        }
    }

    @Test
    void movesOnlyFromWhereTheImportStands() {
        JobId job = claimed();
        assertThat(advanced(job, first, 0, MINUTE)).isTrue();
        assertThat(advanced(job, first, 0, MINUTE)).isFalse();
        assertThat(advanced(job, first, 2, MINUTE)).isTrue();
        assertThat(progress(job).done()).isEqualTo(2);
        assertThat(progress(job).failed()).isEqualTo(2);
    }

    @Test
    void movesForTheWorkerThatHasTheLeaseOnly() {
        JobId job = claimed();
        assertThat(advanced(job, second, 0, MINUTE)).isFalse();
        assertThat(progress(job).done()).isZero();
    }

    @Test
    void givesAnImportWhoseLeaseEndedToAnotherWorker() {
        JobId job = claimed();
        advanced(job, first, 0, OVER);
        assertThat(now(imports.claim(second, MINUTE))).isEqualTo(new ClaimedImport(job, owner, "EUR", 1, 2, 1));
        assertThat(advanced(job, first, 2, MINUTE)).isFalse();
        assertThat(advanced(job, second, 2, MINUTE)).isTrue();
    }

    @Test
    void leavesAMembersNextImportUntilTheFirstHasEnded() {
        JobId job = claimed();
        JobId next = added();
        assertThat(imports.claim(second, MINUTE).blockOptional()).isEmpty();
        now(imports.end(job, first, List.of()).thenReturn(job));
        assertThat(now(imports.claim(second, MINUTE)).id()).isEqualTo(next);
    }

    @Test
    void countsClaimsThatCameToNothing() {
        JobId job = added();
        for (int claim = 1; claim <= ClaimedImport.CLAIMS_MAX; claim++) {
            assertThat(now(imports.claim(first, OVER)).isHopeless()).isFalse();
        }
        assertThat(now(imports.claim(first, MINUTE)).isHopeless()).isTrue();
        now(imports.end(job, first, List.of(new ImportError(0, "", "", "given up")))
                .thenReturn(job));
        assertThat(progress(job).state()).isEqualTo(ImportState.FAILED);
        assertThat(progress(job).failed()).isEqualTo(progress(job).total());
    }

    private JobId claimed() {
        JobId job = added();
        assertThat(now(imports.claim(first, MINUTE)).id()).isEqualTo(job);
        return job;
    }

    private JobId added() {
        JobId job = new JobId(idle.getBean(IdGenerator.class).next());
        now(imports.add(job, owner, "EUR", 10, 1).thenReturn(job));
        return job;
    }

    private static boolean advanced(JobId job, UUID worker, int position, Duration lease) {
        ImportOutcome good = new ImportOutcome.Accepted(Catalogues.draft());
        ImportOutcome bad = new ImportOutcome.Refused(List.of(new ImportError(2, "a", "Title", "is wrong")));
        return now(imports.advance(job, worker, new ImportBatch(position, List.of(good, bad)), lease));
    }

    private ImportProgress progress(JobId job) {
        return now(imports.find(job, owner));
    }

    /// With a lease short enough to wait for.
    private static List<String> settings() {
        List<String> settings = new ArrayList<>(LiveProcess.settings(postgres.url(), redis.url()));
        settings.add("--pasar.imports.lease=PT3S");
        return settings;
    }

    private static int idlePort() {
        return LiveNode.port(idle);
    }

    private static <T> T now(Mono<T> answer) {
        return answer.blockOptional(Duration.ofSeconds(20)).orElseThrow();
    }
}
