package io.pasar.live.catalogue.intake;

import io.pasar.kernel.id.JobId;

/// The import is not this worker's any more: its lease ended and another carries on, or its owner cancelled it.
final class OvertakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OvertakenException(JobId job) {
        super("import " + job + " was cancelled or is carried on by another worker");
    }
}
