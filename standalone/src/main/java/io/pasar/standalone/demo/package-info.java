/// A small market of our own making, for people who look at Pasar for the first time: creators with goods, a
/// live room with a running sale, and visitors who talk and buy. Its people call the published contract over
/// HTTP and sockets like everybody else and know nothing of what is behind it.
///
/// `DemoMarket` repeats one turn after another on a thread of its own; `Opening` makes the people and goods,
/// `Show` runs the live room, `Notebook` remembers both over restarts.
@NullMarked
package io.pasar.standalone.demo;

import org.jspecify.annotations.NullMarked;
