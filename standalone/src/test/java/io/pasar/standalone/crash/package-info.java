/// Real traffic through the published contract while processes are killed, held afterwards against what clients
/// were told and against the database.
@NullMarked
package io.pasar.standalone.crash;

import org.jspecify.annotations.NullMarked;
