package io.pasar.content;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

    @Test
    void featuresKeepToTheirFaces() {
        ApplicationModules.of(ContentServiceApplication.class).verify();
    }
}
