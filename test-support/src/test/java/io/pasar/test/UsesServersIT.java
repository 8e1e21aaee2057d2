package io.pasar.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.lettuce.core.RedisClient;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.util.StringUtils;

@UsesServers
class UsesServersIT {

    @Test
    void pointsToAnEmptyPostgresThatForcesCommitsToTheDisk() throws SQLException {
        URI url = URI.create(System.getProperty("PASAR_POSTGRES_URL").substring("r2dbc:".length()));
        List<String> user = List.of(StringUtils.delimitedListToStringArray(url.getUserInfo(), ":"));
        String jdbc = "jdbc:postgresql://%s:%d%s".formatted(url.getHost(), url.getPort(), url.getPath());

        try (var connection = DriverManager.getConnection(jdbc, user.getFirst(), user.getLast());
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery("SELECT current_setting('fsync'), count(*) FROM pg_stat_user_tables")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("on");
            assertThat(rows.getInt(2)).isZero();
        }
    }

    @Test
    void pointsToAnEmptyRedisThatForcesWritesToTheDisk() {
        try (RedisClient client = RedisClient.create(System.getProperty("PASAR_REDIS_URL"));
                var connection = client.connect()) {
            assertThat(connection.sync().dbsize()).isZero();
            assertThat(connection.sync().configGet("appendfsync")).containsEntry("appendfsync", "always");
        }
    }
}
