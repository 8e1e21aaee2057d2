package io.pasar.standalone.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.pasar.community.CommunityServiceApplication;
import io.pasar.live.LiveServiceApplication;
import io.pasar.standalone.deploy.Runbook;
import io.pasar.test.UsesServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/// Two services, each with a port of its own and nothing in front: the one trusts the other's tokens, and the
/// other asks the one about its products.
@UsesServers
class ServicesAloneIT {

    private final String live = "http://localhost:" + freePort() + "/live";
    private final String community = "http://localhost:" + freePort() + "/community";

    @Test
    void workTogetherAtTheAddressesTheyAreTold() {
        try (ConfigurableApplicationContext first =
                        start(CommunityServiceApplication.class, "community-service", community);
                ConfigurableApplicationContext second = start(LiveServiceApplication.class, "live-service", live)) {
            Api sari = member("sari-alone");
            JsonNode product = sari.at(URI.create(live))
                    .post(
                            "/live/v1/products",
                            "{\"title\":\"Batik\",\"variants\":[{\"options\":{\"Size\":\"M\"},"
                                    + "\"price\":{\"amount\":\"25.00\",\"currency\":\"USD\"},\"stock\":3}]}")
                    .expect(201);

            JsonNode post = sari.post(
                            "/community/v1/posts",
                            "{\"text\":\"New!\",\"products\":[\""
                                    + product.path("id").asString() + "\"]}")
                    .expect(201);

            assertThat(post.at("/products/0/title").asString()).isEqualTo("Batik");
            assertThat(first.isRunning() && second.isRunning()).isTrue();
            Runbook.statements().forEach(ServicesAloneIT::isUnderstood);
        }
    }

    /// By the tables both services have made by now; nothing of it stays.
    private static void isUnderstood(Runbook.Statement statement) {
        URI server = URI.create(System.getProperty("PASAR_POSTGRES_URL").substring("r2dbc:".length()));
        String[] account = server.getUserInfo().split(":", 2);
        String address = "jdbc:postgresql://" + server.getHost() + ":" + server.getPort() + server.getPath();
        try (Connection connection = DriverManager.getConnection(address, account[0], account[1]);
                Statement question = connection.createStatement()) {
            connection.setAutoCommit(false);
            question.execute(statement.sql());
            connection.rollback();
        } catch (SQLException failure) {
            throw new AssertionError(statement.page() + ": " + statement.sql(), failure);
        }
    }

    private Api member(String handle) {
        Api guest = Api.guest(URI.create(community));
        String body = "{\"handle\":\"" + handle + "\",\"password\":\"correct horse battery\"}";
        guest.post("/community/v1/members", body).expect(201);
        return guest.as(guest.post("/community/v1/tokens", body)
                .expect(200)
                .path("accessToken")
                .asString());
    }

    private ConfigurableApplicationContext start(Class<?> application, String name, String address) {
        return new SpringApplicationBuilder(application)
                .properties("spring.config.name=" + name)
                .run(
                        "--server.port=" + URI.create(address).getPort(),
                        "--pasar.auth.issuer=" + community,
                        "--pasar.post.live-url=" + live);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
