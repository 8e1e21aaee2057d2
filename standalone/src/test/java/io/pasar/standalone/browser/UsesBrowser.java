package io.pasar.standalone.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// Gives tests a [Browser] and a running [io.pasar.standalone.StandaloneProcess] without demo as parameters;
/// both live until the last test has run. Where no Chromium is installed the tests are skipped, and say so.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(BrowserExtension.class)
public @interface UsesBrowser {}
