@NullMarked
package io.pasar.live.chat;

import org.jspecify.annotations.NullMarked;
