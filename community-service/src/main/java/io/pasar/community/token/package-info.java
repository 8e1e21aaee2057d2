/// Access and refresh tokens, the keys that sign them, and the documents by which others trust them.
@ApplicationModule(allowedDependencies = "member")
@NullMarked
package io.pasar.community.token;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
