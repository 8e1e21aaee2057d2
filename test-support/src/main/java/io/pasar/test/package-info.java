/// What tests of every module share: real servers, faults on the wire, a clock that is moved by hand, tokens, and
/// the rules of the house.
@NullMarked
package io.pasar.test;

import org.jspecify.annotations.NullMarked;
