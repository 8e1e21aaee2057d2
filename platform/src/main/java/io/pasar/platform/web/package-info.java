/// Conventions of the HTTP edge: pages, ids in paths, limits on bodies, calls that are not built yet.
@NullMarked
package io.pasar.platform.web;

import org.jspecify.annotations.NullMarked;
