/// What untrusted text may contain, decided without any framework.
@NullMarked
package io.pasar.kernel.text;

import org.jspecify.annotations.NullMarked;
