package io.pasar.embedded;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/// How PostgreSQL, which refuses to run as root, is started by root all the same.
enum Privileges {
    /// By an ordinary user: as it is.
    ORDINARY,
    /// As nobody inside a user namespace; outside of it the files stay root's.
    NAMESPACE,
    /// Where a container forbids namespaces: as the user nobody, who may pass the folders above the data.
    NOBODY;

    /// @throws ServerFailure if this process is root and neither way is open
    static Privileges current() {
        if (!System.getProperty("user.name").equals("root")) {
            return ORDINARY;
        }
        return Stream.of(NAMESPACE, NOBODY)
                .filter(Privileges::isOpen)
                .findFirst()
                .orElseThrow(() -> new ServerFailure("PostgreSQL refuses to run as root, and this machine allows"
                        + " neither unshare nor setpriv: start Pasar as an ordinary user."));
    }

    List<String> command(List<String> command) {
        return Stream.concat(prefix().stream(), command.stream()).toList();
    }

    private List<String> prefix() {
        return switch (this) {
            case ORDINARY -> List.of();
            case NAMESPACE -> List.of("unshare", "-U");
            case NOBODY ->
                List.of(
                        "setpriv",
                        "--reuid=65534",
                        "--regid=65534",
                        "--clear-groups",
                        "--inh-caps=+dac_override",
                        "--ambient-caps=+dac_override");
        };
    }

    private boolean isOpen() {
        try {
            return Commands.run(command(List.of("true"))).succeeded();
        } catch (UncheckedIOException notInstalled) {
            return false;
        }
    }
}
