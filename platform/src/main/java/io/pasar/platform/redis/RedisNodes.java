package io.pasar.platform.redis;

import java.net.URI;
import java.util.Arrays;
import java.util.List;

/// Reads the setting that names the nodes.
final class RedisNodes {

    private RedisNodes() {}

    /// One complete address a node. A node without a scheme takes scheme, user and password of the first one.
    ///
    /// @param urls `redis://:secret@a:6379,b:6379` or `redis://a:6379`
    static List<String> of(String urls) {
        String[] parts = urls.strip().split("\\s*,\\s*");
        String prefix = prefix(URI.create(parts[0]));
        return Arrays.stream(parts)
                .filter(part -> !part.isBlank())
                .map(part -> part.contains("://") ? part : prefix + part)
                .toList();
    }

    private static String prefix(URI first) {
        String credentials = first.getRawUserInfo();
        return first.getScheme() + "://" + (credentials == null ? "" : credentials + "@");
    }
}
