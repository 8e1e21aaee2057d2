package io.pasar.console;

/// The sources are written in a way that the bundle does not understand; the message says where and how to
/// write it instead.
final class BundleRefusal extends RuntimeException {

    BundleRefusal(String message) {
        super(message);
    }
}
