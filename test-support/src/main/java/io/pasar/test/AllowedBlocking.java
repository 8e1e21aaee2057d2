package io.pasar.test;

import java.util.Map;
import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/// What may block on an event loop in tests, each with its reason. BlockHound fails a test for anything else.
public final class AllowedBlocking implements BlockHoundIntegration {

    /// An error thrown inside would also leave the lock's count wrong, and every later command would wait for
    /// ever.
    private static final String LETTUCE = "guards a counter while a command enters the queue, for nanoseconds";

    /// Class and method to reason.
    private static final Map<String, String> REASONS = Map.of(
            "java.security.SecureRandom#nextBytes",
            "reads /dev/urandom, which never waits once the machine is up",
            "com.fasterxml.uuid.impl.TimeBasedEpochGenerator#construct",
            "holds its lock for the time of an addition",
            "org.hibernate.validator.resourceloading.PlatformResourceBundleLocator#getResourceBundle",
            "the first violation reads the messages from their jar, once",
            "tools.jackson.databind.deser.DeserializerCache#_createAndCacheValueDeserializer",
            "the first body of a type makes its reader, once; bodies that come meanwhile wait for it",
            "java.lang.ClassLoader#loadClass",
            "the first use of a class reads it from its jar, once",
            "io.lettuce.core.protocol.SharedLock#incrementWriters",
            LETTUCE,
            "io.lettuce.core.protocol.SharedLock#decrementWriters",
            LETTUCE,
            "io.lettuce.core.protocol.SharedLock#lockWritersExclusive",
            LETTUCE,
            "io.lettuce.core.protocol.SharedLock#unlockWritersExclusive",
            LETTUCE);

    @Override
    public void applyTo(BlockHound.Builder builder) {
        REASONS.keySet().stream()
                .map(method -> method.split("#"))
                .forEach(method -> builder.allowBlockingCallsInside(method[0], method[1]));
    }
}
