package io.pasar.live;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    @Test
    void everyFeatureUsesOnlyWhatItSaysItUses() {
        ApplicationModules.of(LiveServiceApplication.class).verify();
    }
}
