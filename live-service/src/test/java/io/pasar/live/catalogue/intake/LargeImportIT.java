package io.pasar.live.catalogue.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.live.UsesLiveService;
import io.pasar.live.catalogue.Seller;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// As many rows as a file may have.
@UsesLiveService
class LargeImportIT {

    @LocalServerPort
    private int port;

    @Test
    void importsAHundredThousandRows() {
        Seller seller = Seller.at(port);
        JsonNode job = seller.imported(Catalogues.of(1_000, 100));
        assertThat(job.path("state").asString()).isEqualTo("done");
        assertThat(job.path("done").asInt()).isEqualTo(1_000);
        assertThat(seller.products())
                .hasSize(100)
                .allMatch(product -> product.path("variants").size() == 100);
    }
}
