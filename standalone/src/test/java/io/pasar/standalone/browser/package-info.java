/// The pages in a real browser: Chromium, driven over its own protocol, against Pasar as it runs for a
/// newcomer.
@NullMarked
package io.pasar.standalone.browser;

import org.jspecify.annotations.NullMarked;
