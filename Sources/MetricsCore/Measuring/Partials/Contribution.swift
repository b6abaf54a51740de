/// One record a metric counted, left out or marked, and the instant at which it does: by these, partials are cut into
/// days and sorted into groups.
public struct Contribution: Hashable, Sendable {
    public let kind: RecordKind
    public let instance: InstanceID
    /// GitLab's id; 0 for a record that is known by a name.
    public let id: Int64
    /// What names a record without a number, as `RecordReference.id` does: a commit's `project@sha`.
    public let name: String?
    /// What decides in which period it counts.
    public let at: Instant

    public init(kind: RecordKind, instance: InstanceID, id: Int64, name: String? = nil, at: Instant) {
        self.kind = kind
        self.instance = instance
        self.id = id
        self.name = name
        self.at = at
    }

    public var reference: RecordReference {
        RecordReference(kind: kind, instance: instance, id: name ?? String(id))
    }
}
