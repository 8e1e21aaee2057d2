/// How kernel types look in JSON.
@NullMarked
package io.pasar.platform.json;

import org.jspecify.annotations.NullMarked;
