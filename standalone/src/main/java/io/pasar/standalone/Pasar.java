package io.pasar.standalone;

import io.pasar.embedded.ServerFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/// The whole process: data folder, servers, services and front, started in this order and ended in the reverse
/// one.
final class Pasar {

    private static final Duration CALLS_END_MAX = Duration.ofSeconds(5);

    private final Settings settings;
    private final Progress progress;
    private volatile boolean stopping;
    private volatile boolean ready;
    private volatile @Nullable DataFolder folder;
    private volatile @Nullable DataServers servers;
    private volatile @Nullable FrontService front;
    private volatile @Nullable Demo demo;
    private volatile List<HostedService> services = List.of();

    Pasar(Settings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /// Returns when everything answers, or when [#stop()] was called meanwhile.
    ///
    /// @throws StartRefusal if it cannot start
    /// @throws ServerFailure if an embedded server cannot
    void start() {
        int port = Port.available(settings.port());
        DataFolder opened = DataFolder.open(settings.home());
        folder = opened;
        progress.say("Pasar starts; its data are in " + settings.home());
        Demo market = Demo.of(settings, opened);
        demo = market;
        DataServers data = new DataServers(settings, opened, progress);
        servers = data;
        data.start();
        tellServices(data, port, opened);
        tellAddresses(port);
        services = startServices(port);
        front = FrontService.start(port, services, new ConsoleStore(settings.console()));
        announce(port, market);
    }

    /// Takes no new calls, lets those in flight end, ends the services, then PostgreSQL and Redis. What is not
    /// there yet, because the start is still under way, is left out.
    void stop() {
        stopping = true;
        sayIfReady("Pasar stops");
        try {
            stopDemo();
            stopFront();
            stopServers();
        } catch (InterruptedException | IOException failure) {
            progress.say("Pasar did not stop cleanly: " + failure);
        }
        sayIfReady("Pasar has stopped; its data are kept");
    }

    boolean isStopping() {
        return stopping;
    }

    private void announce(int port, Demo market) {
        if (!stopping) {
            ready = true;
            market.announce(progress);
            progress.say("Pasar is ready at http://localhost:" + port);
            market.open(port);
        }
    }

    private void sayIfReady(String line) {
        if (ready) {
            progress.say(line);
        }
    }

    /// The services find out as they would in a process of their own, where these are environment variables.
    private static void tellServices(DataServers data, int port, DataFolder folder) {
        System.setProperty("PASAR_POSTGRES_URL", data.postgresUrl());
        System.setProperty("PASAR_REDIS_URL", data.redisUrl());
        System.setProperty("PORT", Integer.toString(port));
        System.setProperty("pasar.log", folder.resolve("logs/pasar.log").toString());
        // Three contexts that set up Logback at the same time would trip over each other: logback.xml does.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    }

    /// One front for all: the services meet here, not each at a port of its own.
    private void tellAddresses(int port) {
        String here = "http://localhost:" + port;
        System.setProperty("pasar.public-url", settings.publicUrl().orElse(here));
        System.setProperty("pasar.auth.jwks-uri", here + "/community/.well-known/jwks.json");
        System.setProperty("pasar.post.live-url", here + "/live");
    }

    private List<HostedService> startServices(int port) {
        ExecutorService starters = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().daemon().name("start-", 0).factory());
        try {
            List<CompletableFuture<HostedService>> started = Arrays.stream(ServiceName.values())
                    .map(name -> CompletableFuture.supplyAsync(() -> startService(name, port), starters))
                    .toList();
            return started.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException failure) {
            throw failure.getCause() instanceof StartRefusal refusal ? refusal : failure;
        } finally {
            starters.shutdown();
        }
    }

    private HostedService startService(ServiceName name, int port) {
        long start = System.nanoTime();
        HostedService service = HostedService.start(name, port);
        progress.done(name.configuration(), start);
        return service;
    }

    private void stopDemo() throws InterruptedException {
        Demo market = demo;
        if (market != null) {
            market.close();
        }
    }

    private void stopFront() throws InterruptedException {
        FrontService serving = front;
        if (serving != null) {
            serving.refuseNewCalls();
            services.parallelStream().forEach(HostedService::close);
            serving.stop(CALLS_END_MAX);
        }
    }

    private void stopServers() throws IOException {
        DataServers data = servers;
        if (data != null) {
            data.stop();
        }
        DataFolder opened = folder;
        if (opened != null) {
            opened.close();
        }
    }
}
