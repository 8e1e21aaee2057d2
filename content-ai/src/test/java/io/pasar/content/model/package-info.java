@NullMarked
package io.pasar.content.model;

import org.jspecify.annotations.NullMarked;
