package io.pasar.content.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// One fact as a model sees it: measures are placeholders such as `[[price1]]`.
///
/// @param id `f1`, `f2`, … in the order of the request
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FactLine(String id, @Nullable String name, String text) {}
