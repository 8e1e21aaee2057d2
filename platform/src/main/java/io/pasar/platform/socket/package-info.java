/// The socket protocol pasar.v1: frames, commands, close codes and a bounded queue per socket.
@NullMarked
package io.pasar.platform.socket;

import org.jspecify.annotations.NullMarked;
