package io.pasar.embedded;

import java.util.Locale;

/// The kind of machine this JVM runs on, as the artefacts with binaries name it.
///
/// @param system `linux` or `darwin`
/// @param processor `amd64` or `arm64`
record Machine(String system, String processor) {

    /// @throws ServerFailure if there are no binaries for this machine
    static Machine current() {
        return new Machine(system(System.getProperty("os.name")), processor(System.getProperty("os.arch")));
    }

    static String system(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("linux")) {
            return "linux";
        }
        if (lower.startsWith("mac")) {
            return "darwin";
        }
        throw unsupported(name);
    }

    static String processor(String name) {
        return switch (name) {
            case "amd64", "x86_64" -> "amd64";
            case "aarch64", "arm64" -> "arm64";
            default -> throw unsupported(name);
        };
    }

    boolean isLinux() {
        return system.equals("linux");
    }

    String postgresArchive() {
        return "postgres-%s-%s.txz".formatted(system, processor.equals("amd64") ? "x86_64" : "arm_64");
    }

    String redisProgram() {
        return "redis-server-7.0.15-%s-%s".formatted(system, processor);
    }

    private static ServerFailure unsupported(String name) {
        return new ServerFailure("There is no embedded PostgreSQL and Redis for " + name
                + ": set PASAR_POSTGRES_URL and PASAR_REDIS_URL to servers of your own.");
    }
}
