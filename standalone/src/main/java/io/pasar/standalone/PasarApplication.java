package io.pasar.standalone;

import io.pasar.embedded.ServerFailure;
import java.nio.file.Path;

/// Starts everything in one process and says when it is ready; ends it on SIGINT (Ctrl-C) and SIGTERM.
///
/// Environment: `PORT`, `PASAR_HOME`, `PASAR_PUBLIC_URL`, `PASAR_POSTGRES_URL`, `PASAR_REDIS_URL`,
/// `PASAR_DEMO`, `PASAR_CONSOLE`. When it cannot start it says why in one sentence and ends with code 1.
public final class PasarApplication {

    private static final int CANNOT_START = 1;

    private PasarApplication() {}

    static void main() {
        try {
            Settings settings = Settings.of(System.getenv(), Path.of(System.getProperty("user.home")));
            run(new Pasar(settings, new Progress(System.out)));
        } catch (StartRefusal refusal) {
            refuse(refusal);
        }
    }

    private static void run(Pasar pasar) {
        Runtime.getRuntime().addShutdownHook(new Thread(pasar::stop, "stop"));
        try {
            pasar.start();
        } catch (StartRefusal | ServerFailure refusal) {
            if (!pasar.isStopping()) {
                refuse(refusal);
            }
        }
    }

    private static void refuse(RuntimeException refusal) {
        System.err.println("\nPasar cannot start. " + refusal.getMessage() + "\n");
        System.exit(CANNOT_START);
    }
}
