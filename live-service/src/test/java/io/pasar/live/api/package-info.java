/// The room socket as it is documented: the document and the transcripts beside it, held against the service.
@NullMarked
package io.pasar.live.api;

import org.jspecify.annotations.NullMarked;
