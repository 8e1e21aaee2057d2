package io.pasar.load.story;

import java.time.Duration;

/// How much of the story is played; each value is a system property `pasar.load.<name>`.
///
/// @param base where Pasar listens
/// @param guests who watch without an account
/// @param members who sign up, watch, talk and want to buy one unit each
/// @param units how many are on sale
/// @param arrival over how long the audience arrives
/// @param hold how long a reservation is held; seconds
/// @param patience how long somebody who found the sale empty waits for units to come back
record StoryLoad(String base, int guests, int members, int units, Duration arrival, Duration hold, Duration patience) {

    private static final Duration SETTLE = Duration.ofSeconds(30);

    static StoryLoad ofSystemProperties() {
        return new StoryLoad(
                System.getProperty("pasar.load.base", "http://localhost:8080"),
                Integer.getInteger("pasar.load.guests", 40),
                Integer.getInteger("pasar.load.members", 80),
                Integer.getInteger("pasar.load.units", 40),
                seconds("arrival", 20),
                seconds("hold", 10),
                seconds("patience", 20));
    }

    private static Duration seconds(String name, int otherwise) {
        return Duration.ofSeconds(Integer.getInteger("pasar.load." + name, otherwise));
    }

    /// Whether every unit must be bought: half of the members may come too late for the first round, and
    /// whoever waited for a unit to come back pays for it.
    boolean mustSellOut() {
        return members >= 2 * units;
    }

    int viewers() {
        return guests + members;
    }

    /// Where sockets are opened.
    String socketBase() {
        return "ws" + base.substring("http".length());
    }

    /// By when everybody must have come in, or the sale opens without them.
    Duration doorsOpen() {
        return arrival.plus(SETTLE);
    }

    /// How long after its opening the sale may take until all have bought or gone.
    Duration shopping() {
        return patience.plus(hold).plus(SETTLE);
    }

    /// The longest the whole run takes; what is not over by then is cut off and fails.
    Duration longest() {
        return doorsOpen().plus(shopping()).plus(hold).plus(SETTLE).plus(SETTLE);
    }
}
