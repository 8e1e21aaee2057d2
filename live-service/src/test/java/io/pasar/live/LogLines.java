package io.pasar.live;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/// What one logger writes while this is open, with the fields each line has.
public final class LogLines implements AutoCloseable {

    private final Logger logger;
    private final @Nullable Level before;
    private final Kept kept = new Kept();

    /// One line.
    public record Line(String text, String room, String request) {}

    private LogLines(Logger logger, Level level) {
        this.logger = logger;
        before = logger.getLevel();
        logger.setLevel(level);
        kept.start();
        logger.addAppender(kept);
    }

    /// Listens to a logger, by its name, from a level on.
    public static LogLines of(String logger, Level level) {
        return new LogLines((Logger) LoggerFactory.getLogger(logger), level);
    }

    public List<Line> ofRoom(String room) {
        return kept.lines.stream().filter(line -> line.room().equals(room)).toList();
    }

    public List<Line> ofRequest(String request) {
        return kept.lines.stream()
                .filter(line -> line.request().equals(request))
                .toList();
    }

    @Override
    public void close() {
        logger.detachAppender(kept);
        logger.setLevel(before);
    }

    /// Reads the fields where they are: on the thread that writes the line.
    private static final class Kept extends AppenderBase<ILoggingEvent> {

        private final Queue<Line> lines = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            lines.add(new Line(
                    event.getFormattedMessage(),
                    event.getMDCPropertyMap().getOrDefault("roomId", ""),
                    event.getMDCPropertyMap().getOrDefault("requestId", "")));
        }
    }
}
