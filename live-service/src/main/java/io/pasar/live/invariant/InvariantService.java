package io.pasar.live.invariant;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/// Runs every check of every feature.
@Service
public class InvariantService {

    private static final Logger LOG = LoggerFactory.getLogger(InvariantService.class);

    private final DatabaseClient database;
    private final InvariantInstruments instruments;
    private final List<InvariantCheck> checks;

    InvariantService(DatabaseClient database, InvariantInstruments instruments, List<InvariantChecks> features) {
        this.database = database;
        this.instruments = instruments;
        this.checks =
                features.stream().flatMap(feature -> feature.checks().stream()).toList();
    }

    /// How many rows break each statement, by the statement's name; zero is what one hopes for.
    public Mono<SortedMap<String, Long>> check() {
        return Flux.fromIterable(checks)
                .concatMap(check -> violations(check).map(found -> Map.entry(check.name(), found)))
                .doOnComplete(instruments::checked)
                .collect(TreeMap::new, (found, entry) -> found.put(entry.getKey(), entry.getValue()));
    }

    private Mono<Long> violations(InvariantCheck check) {
        return database.sql(check.violations())
                .map(row -> row.get(0, Long.class))
                .one()
                .defaultIfEmpty(0L)
                .doOnNext(found -> report(check, found));
    }

    private void report(InvariantCheck check, long found) {
        instruments.violations(check.name(), found);
        if (found > 0) {
            LOG.error("{} rows break {}: {}", found, check.name(), check.says());
        }
    }
}
