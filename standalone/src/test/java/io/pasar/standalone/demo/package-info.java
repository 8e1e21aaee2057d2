@NullMarked
package io.pasar.standalone.demo;

import org.jspecify.annotations.NullMarked;
