package io.pasar.platform.operator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;

/// Where the operator's token is asked for, and which token is one.
class OperatorConfigurationTest {

    private final ReactiveWebApplicationContextRunner service =
            new ReactiveWebApplicationContextRunner().withUserConfiguration(OperatorConfiguration.class);

    @Test
    void guardsTheActuatorOnThePortOfTheWorld() {
        service.run(started -> assertThat(started).hasSingleBean(OperatorFilter.class));
        service.withPropertyValues("management.server.port=8080")
                .run(started -> assertThat(started).hasSingleBean(OperatorFilter.class));
    }

    @Test
    void leavesAPortOfItsOwnToWhoeverRunsIt() {
        service.withPropertyValues("management.server.port=8090")
                .run(started -> assertThat(started).doesNotHaveBean(OperatorFilter.class));
    }

    @Test
    void startsWithNoTokenThatIsEasilyGuessed() {
        service.withPropertyValues("pasar.operator.token=secret")
                .run(started -> assertThat(started).hasFailed());
    }
}
