package io.pasar.community.member;

import io.pasar.platform.meter.FeatureMeter;
import io.pasar.platform.meter.MeterSpec;

/// The meters of passwords.
enum PasswordMeters implements FeatureMeter {
    HASH(MeterSpec.timer("pasar.password.hash", "How long one Argon2id hash takes, without waiting for a thread."));

    private final MeterSpec spec;

    PasswordMeters(MeterSpec spec) {
        this.spec = spec;
    }

    @Override
    public MeterSpec spec() {
        return spec;
    }
}
