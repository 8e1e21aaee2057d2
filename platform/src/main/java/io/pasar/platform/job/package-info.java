/// Work that a service repeats for as long as it runs.
@NullMarked
package io.pasar.platform.job;

import org.jspecify.annotations.NullMarked;
