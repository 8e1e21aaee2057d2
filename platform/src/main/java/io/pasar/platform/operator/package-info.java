/// What only whoever runs Pasar may see and do: the actuator, but for health, behind the operator's token.
@NullMarked
package io.pasar.platform.operator;

import org.jspecify.annotations.NullMarked;
