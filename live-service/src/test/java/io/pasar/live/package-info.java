/// What the tests of several features share: members, rooms, a client of the room socket.
@NullMarked
package io.pasar.live;

import org.jspecify.annotations.NullMarked;
