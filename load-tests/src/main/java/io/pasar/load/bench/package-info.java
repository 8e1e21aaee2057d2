/// Benchmarks with JMH, each with the naive way beside Pasar's in the same run: `./mvnw -Pjmh -pl load-tests
/// -am`.
@NullMarked
package io.pasar.load.bench;

import org.jspecify.annotations.NullMarked;
