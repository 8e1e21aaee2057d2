package io.pasar.platform.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// On a controller method: how large its request body may be, instead of `pasar.web.body-max`. A larger one is
/// answered 413 `payload-too-large`.
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface BodyLimit {

    /// In mebibytes, 1 to 32.
    int mebibytes();
}
