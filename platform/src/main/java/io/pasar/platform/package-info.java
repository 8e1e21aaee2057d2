/// What every service imports to stand on the platform.
@NullMarked
package io.pasar.platform;

import org.jspecify.annotations.NullMarked;
