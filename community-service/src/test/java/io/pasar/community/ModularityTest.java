package io.pasar.community;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// Features use each other only as they declare.
class ModularityTest {

    @Test
    void featuresUseEachOtherOnlyAsDeclared() {
        ApplicationModules.of(CommunityServiceApplication.class).verify();
    }
}
