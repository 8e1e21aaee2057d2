package io.pasar.kernel.event;

/// Something that happened, named in the past tense; the `data` of a [CloudEvent]. Implementations are records
/// with a public constant `TYPE`. A change that an old reader cannot take gets a new record and a new version
/// in its type.
public interface DomainEvent {

    /// The CloudEvents `type`: `pasar.<service>.<thing>.<what>.v<version>`.
    String type();

    /// The CloudEvents `subject`: the id of the thing it happened to. Events of one subject are delivered in
    /// order.
    String subject();
}
