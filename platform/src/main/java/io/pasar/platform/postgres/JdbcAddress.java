package io.pasar.platform.postgres;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The database as JDBC knows it, for the migration; everything else speaks R2DBC.
///
/// @param url `jdbc:postgresql://host:port/database?…`
record JdbcAddress(String url, String user, String password) {

    private static final int PORT_DEFAULT = 5432;

    /// Derives it from an R2DBC address. Options whose names both drivers share but spell differently
    /// (`sslMode`, `sslRootCert`, `sslCert`, `sslKey`) are carried over, others belong to R2DBC alone.
    ///
    /// @throws IllegalArgumentException if the text is not an address
    static JdbcAddress of(String r2dbcUrl) {
        URI uri = URI.create(r2dbcUrl.substring("r2dbc:".length()));
        String[] credentials = userInfo(uri).split(":", 2);
        int port = uri.getPort() < 0 ? PORT_DEFAULT : uri.getPort();
        String url = "jdbc:postgresql://" + uri.getHost() + ":" + port + uri.getRawPath() + options(uri);
        return new JdbcAddress(url, decoded(credentials[0]), credentials.length > 1 ? decoded(credentials[1]) : "");
    }

    private static String userInfo(URI uri) {
        return uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
    }

    private static String options(URI uri) {
        Stream<String> shared = uri.getRawQuery() == null
                ? Stream.empty()
                : Arrays.stream(uri.getRawQuery().split("&"))
                        .filter(option -> option.startsWith("ssl"))
                        .map(JdbcAddress::lowerCaseName);
        return Stream.concat(Stream.of("ApplicationName=" + encoded("pasar migration")), shared)
                .collect(Collectors.joining("&", "?", ""));
    }

    private static String lowerCaseName(String option) {
        int equals = option.indexOf('=');
        return equals < 0
                ? option
                : option.substring(0, equals).toLowerCase(java.util.Locale.ROOT) + option.substring(equals);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// Without the password.
    @Override
    public String toString() {
        return url;
    }
}
