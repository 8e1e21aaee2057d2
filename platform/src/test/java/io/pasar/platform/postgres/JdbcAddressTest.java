package io.pasar.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// How the migration's address follows from the one everything else uses.
class JdbcAddressTest {

    @Test
    void carriesHostPortDatabaseAndCredentials() {
        JdbcAddress address = JdbcAddress.of("r2dbc:postgresql://pasar:se%40cret%2B@db.example:5433/shop");
        assertThat(address.url()).startsWith("jdbc:postgresql://db.example:5433/shop?");
        assertThat(address.user()).isEqualTo("pasar");
        assertThat(address.password()).isEqualTo("se@cret+");
    }

    @Test
    void usesTheUsualPortWhereNoneIsNamed() {
        assertThat(JdbcAddress.of("r2dbc:postgresql://u:p@db/shop").url())
                .startsWith("jdbc:postgresql://db:5432/shop?");
    }

    @Test
    void translatesTheOptionsThatProtectTheConnectionAndLeavesTheRest() {
        assertThat(JdbcAddress.of("r2dbc:postgresql://u:p@db/shop?sslMode=verify-full&sslRootCert=/ca.pem&fetchSize=9")
                        .url())
                .endsWith("&sslmode=verify-full&sslrootcert=/ca.pem");
    }

    @Test
    void tellsNobodyThePassword() {
        assertThat(JdbcAddress.of("r2dbc:postgresql://u:secret@db/shop").toString())
                .doesNotContain("secret");
    }
}
