/// Work with a life of its own: what a service repeats for as long as it runs, and what goes on without its caller.
@NullMarked
package io.pasar.platform.job;

import org.jspecify.annotations.NullMarked;
