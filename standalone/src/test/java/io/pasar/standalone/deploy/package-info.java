/// What an operator is given: the compose file and all it mounts, the alerts and their pages, the reference of
/// the settings. Held here against the code, without Docker.
@NullMarked
package io.pasar.standalone.deploy;

import org.jspecify.annotations.NullMarked;
