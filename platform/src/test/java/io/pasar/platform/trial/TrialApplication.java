package io.pasar.platform.trial;

import io.pasar.platform.PlatformConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/// A service with one feature, `offers`.
@SpringBootApplication
@Import(PlatformConfiguration.class)
public class TrialApplication {}
