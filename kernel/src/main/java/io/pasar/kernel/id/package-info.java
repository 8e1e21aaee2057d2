/// Typed identifiers. Every id is a UUIDv7, so ids sort by the time they were made and a list can be paged by
/// id alone.
@NullMarked
package io.pasar.kernel.id;

import org.jspecify.annotations.NullMarked;
