package io.pasar.live.catalogue.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pasar.live.UsesLiveService;
import io.pasar.live.catalogue.Seller;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.JsonNode;

/// An import whose owner changes their mind.
@UsesLiveService
class ImportCancelIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    @LocalServerPort
    private int port;

    @Autowired
    private DatabaseClient database;

    private Seller seller;

    @BeforeEach
    void signIn() {
        seller = Seller.at(port);
    }

    @Test
    void endsWhereItStandsAndNothingMoreIsImported() {
        String id = seller.uploaded(Catalogues.of(20_000, 1));
        await().atMost(SOON).until(() -> seller.job(id).path("done").asInt() > 0);
        JsonNode job = Seller.body(seller.cancel(id).expectStatus().isOk());
        int done = job.path("done").asInt();
        assertThat(job.path("state").asString()).isEqualTo("failed");
        assertThat(done).isPositive().isLessThan(20_000);
        assertThat(job.path("failed").asInt()).isEqualTo(20_000 - done);
        assertThat(job.path("errors").path(0).path("detail").asString()).startsWith("you cancelled the import");
        assertThat(stored("import_part", "job", UUID.fromString(id))).isZero();
        JsonNode next = seller.imported("Handle,Title,Variant Price\nanother,Another,5.00\n");
        assertThat(next.path("state").asString()).isEqualTo("done");
        assertThat(seller.job(id)).isEqualTo(job);
        assertThat(stored("product", "owner", seller.id())).isEqualTo(done + 1);
    }

    @Test
    void leavesAnEndedImportAsItIs() {
        JsonNode ended = seller.imported("Handle,Title,Variant Price\na,A,5.00\n");
        String id = ended.path("id").asString();
        assertThat(Seller.body(seller.cancel(id).expectStatus().isOk())).isEqualTo(ended);
        assertThat(seller.products()).hasSize(1);
    }

    @Test
    void isForItsOwnerOnly() {
        String id = seller.uploaded(Catalogues.of(20_000, 1));
        Seller.at(port).cancel(id).expectStatus().isNotFound();
        Seller.guest(port).delete().uri("/jobs/" + id).exchange().expectStatus().isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(seller.job(id).path("state").asString()).isEqualTo("running");
        JsonNode job = Seller.body(seller.cancel(id).expectStatus().isOk());
        assertThat(Seller.body(seller.cancel(id).expectStatus().isOk())).isEqualTo(job);
    }

    private int stored(String table, String column, UUID value) {
        return database.sql("SELECT count(*)::int AS n FROM " + table + " WHERE " + column + " = :value")
                .bind("value", value)
                .map(row -> row.get("n", Integer.class))
                .one()
                .blockOptional()
                .orElseThrow();
    }
}
