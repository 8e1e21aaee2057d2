/// Who is calling: bearer tokens of any trusted issuer, verified once and remembered until they expire.
@NullMarked
package io.pasar.platform.auth;

import org.jspecify.annotations.NullMarked;
