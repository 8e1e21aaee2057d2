/// How features declare what they measure: one enum each, with a sentence for people, from which the page of
/// all meters is made and dashboards and alerts are checked.
@NullMarked
package io.pasar.platform.meter;

import org.jspecify.annotations.NullMarked;
