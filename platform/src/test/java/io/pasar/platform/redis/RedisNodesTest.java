package io.pasar.platform.redis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// How the address of Redis is read.
class RedisNodesTest {

    @Test
    void readsOneNode() {
        assertThat(RedisNodes.of("redis://a:6379")).containsExactly("redis://a:6379");
    }

    @Test
    void readsTheNodesOfACluster() {
        assertThat(RedisNodes.of("redis://a:1, redis://b:2 ,redis://c:3"))
                .containsExactly("redis://a:1", "redis://b:2", "redis://c:3");
    }

    @Test
    void givesNodesWithoutSchemeTheFirstOnesSchemeAndPassword() {
        assertThat(RedisNodes.of("rediss://:p%40ss@a:1,b:2"))
                .containsExactly("rediss://:p%40ss@a:1", "rediss://:p%40ss@b:2");
    }
}
