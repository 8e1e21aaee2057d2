package io.pasar.standalone.story;

import io.pasar.standalone.StandaloneProcess;
import java.nio.file.Path;

/// A standalone process. When it falls, it and its servers are killed at once.
final class OwnStage implements Stage {

    private final StandaloneProcess pasar;

    OwnStage(Path home) {
        pasar = StandaloneProcess.in(home).with("PASAR_DEMO", "false").start();
    }

    @Override
    public Market market() {
        return new Market(pasar.uri("/"), "");
    }

    @Override
    public void fall(RoomClient watching) {
        pasar.killAll();
        watching.awaitEnd();
        pasar.start();
    }

    @Override
    public void restart() {
        pasar.terminate();
        pasar.start();
    }

    @Override
    public void close() {
        pasar.close();
    }
}
