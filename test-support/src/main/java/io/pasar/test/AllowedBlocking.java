package io.pasar.test;

import java.util.Map;
import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/// What may block on an event loop in tests, each with its reason. BlockHound fails a test for anything else.
public final class AllowedBlocking implements BlockHoundIntegration {

    /// An error thrown here would fail whoever came second, and leave a count of Lettuce's wrong for ever. What
    /// waits for another thread to do something, such as a latch, a queue or a future, is found all the same.
    private static final String LOCK = "guards a few lines, as synchronized does, which BlockHound does not see";

    /// Class and method to reason.
    private static final Map<String, String> REASONS = Map.of(
            "java.security.SecureRandom#nextBytes",
            "reads /dev/urandom, which never waits once the machine is up",
            "java.util.concurrent.locks.ReentrantLock#lock",
            LOCK,
            "java.util.concurrent.locks.ReentrantReadWriteLock$ReadLock#lock",
            LOCK,
            "java.util.concurrent.locks.ReentrantReadWriteLock$WriteLock#lock",
            LOCK,
            "java.util.concurrent.locks.StampedLock#writeLock",
            LOCK,
            "org.hibernate.validator.resourceloading.PlatformResourceBundleLocator#getResourceBundle",
            "the first violation reads the messages from their jar, once",
            "java.lang.ClassLoader#loadClass",
            "the first use of a class reads it from its jar, once");

    @Override
    public void applyTo(BlockHound.Builder builder) {
        REASONS.keySet().stream()
                .map(method -> method.split("#"))
                .forEach(method -> builder.allowBlockingCallsInside(method[0], method[1]));
    }
}
