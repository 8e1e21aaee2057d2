package io.pasar.standalone;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// What the environment asks for.
///
/// @param port `PORT`, 8080 by default; 0 is any free port
/// @param home `PASAR_HOME`, `~/.pasar` by default: all data, logs and unpacked programs
/// @param publicUrl `PASAR_PUBLIC_URL`: where people reach this Pasar, if not at its port on this machine
/// @param postgresUrl `PASAR_POSTGRES_URL`: a server to use instead of the embedded one
/// @param redisUrl `PASAR_REDIS_URL`: a server, or the nodes of a cluster, to use instead of the embedded one
/// @param demo `PASAR_DEMO`: whether a demo market opens; by default in a data folder that was empty
/// @param console `PASAR_CONSOLE`: the folder of the pages' sources, to work on them; by default the pages as
///     built
record Settings(
        int port,
        Path home,
        Optional<String> publicUrl,
        Optional<String> postgresUrl,
        Optional<String> redisUrl,
        Optional<Boolean> demo,
        Optional<Path> console) {

    private static final int PORT_DEFAULT = 8080;
    private static final int PORT_MAX = 65_535;

    /// @param userHome the folder `~` stands for
    /// @throws StartRefusal if a value makes no sense
    static Settings of(Map<String, String> environment, Path userHome) {
        return new Settings(
                given(environment, "PORT").map(Settings::port).orElse(PORT_DEFAULT),
                given(environment, "PASAR_HOME")
                        .map(Path::of)
                        .orElse(userHome.resolve(".pasar"))
                        .toAbsolutePath()
                        .normalize(),
                given(environment, "PASAR_PUBLIC_URL"),
                given(environment, "PASAR_POSTGRES_URL"),
                given(environment, "PASAR_REDIS_URL"),
                given(environment, "PASAR_DEMO").map(Settings::yesOrNo),
                given(environment, "PASAR_CONSOLE").map(Settings::console));
    }

    private static Optional<String> given(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    private static boolean yesOrNo(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new StartRefusal("PASAR_DEMO must be true or false, not \"" + text + "\".");
        };
    }

    private static Path console(String text) {
        Path folder = Path.of(text).toAbsolutePath().normalize();
        if (!Files.isRegularFile(folder.resolve("index.html"))) {
            throw new StartRefusal(
                    "PASAR_CONSOLE must be the folder of the pages' sources; " + folder + " has no index.html.");
        }
        return folder;
    }

    private static int port(String text) {
        if (!text.matches("[0-9]{1,5}") || Integer.parseInt(text) > PORT_MAX) {
            throw new StartRefusal("PORT must be a number from 0 to " + PORT_MAX + ", not \"" + text + "\".");
        }
        return Integer.parseInt(text);
    }
}
