package io.pasar.standalone.crash;

import io.pasar.embedded.PostgresServer;
import io.pasar.embedded.RedisServer;
import io.pasar.standalone.StandaloneProcess;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// What is killed with SIGKILL, and started again.
enum Victim {
    SERVICES {
        @Override
        void die(StandaloneProcess pasar, PostgresServer postgres, RedisServer redis) {
            pasar.killJvm();
            pasar.start();
        }
    },
    POSTGRES {
        @Override
        void die(StandaloneProcess pasar, PostgresServer postgres, RedisServer redis) {
            postgres.kill();
            postgres.start();
        }
    },
    REDIS {
        @Override
        void die(StandaloneProcess pasar, PostgresServer postgres, RedisServer redis) {
            redis.kill();
            redis.start();
        }
    },
    EVERYTHING {
        @Override
        void die(StandaloneProcess pasar, PostgresServer postgres, RedisServer redis) {
            pasar.killJvm();
            postgres.kill();
            redis.kill();
            redis.start();
            postgres.start();
            pasar.start();
        }
    };

    /// Kills it and waits until it serves again.
    abstract void die(StandaloneProcess pasar, PostgresServer postgres, RedisServer redis);

    /// So many: first each process alone, in any order, then whatever comes.
    static List<Victim> draw(int count, Random random) {
        List<Victim> drawn = new ArrayList<>(List.of(SERVICES, POSTGRES, REDIS));
        Collections.shuffle(drawn, random);
        while (drawn.size() < count) {
            drawn.add(values()[random.nextInt(values().length)]);
        }
        return drawn.subList(0, count);
    }
}
