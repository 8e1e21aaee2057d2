/// Imports of whole catalogues. Life of one: the upload goes to a nameless file on disk, is read once from end
/// to end and refused there if it cannot be read; then its bytes and a job are one commit, and the caller has
/// the job's id. A worker of any node claims the job, reads the file again and commits it in batches, each
/// together with the job's progress, so that whoever dies in between, the next worker goes on behind the last
/// commit. Cancelling ends the job, not the worker: the worker finds at its next commit that the job is not its
/// any more.
@NullMarked
package io.pasar.live.catalogue.intake;

import org.jspecify.annotations.NullMarked;
