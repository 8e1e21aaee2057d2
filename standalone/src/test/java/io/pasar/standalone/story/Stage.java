package io.pasar.standalone.story;

import io.pasar.standalone.deploy.Scrape;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// Where the story plays: a process of its own, or, with `-Dpasar.story.base=http://…`, a Pasar that already
/// runs.
interface Stage extends AutoCloseable {

    /// The stage the system properties ask for.
    ///
    /// @param home the data folder of a process of its own
    static Stage chosen(Path home) {
        return Optional.ofNullable(System.getProperty("pasar.story.base"))
                .map(URI::create)
                .<Stage>map(base -> new RunningStage(base, System.getProperty("pasar.story.crew", "true")))
                .orElseGet(() -> new OwnStage(home));
    }

    /// The people's market.
    Market market();

    /// Breaks what the market runs on, in the middle of the show; returns when it can go on.
    ///
    /// @param watching a socket of somebody who is in the room
    void fall(RoomClient watching);

    /// Ends everything in good order and starts it again.
    void restart();

    /// What a service tells the operator's Prometheus; empty where somebody else asks it.
    ///
    /// @param service the first part of its addresses, such as `live`
    Optional<Scrape> told(String service);

    @Override
    void close();
}
