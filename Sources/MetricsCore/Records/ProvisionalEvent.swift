/// Something a webhook told about a merge request that GitLab gave no id: visible at once, superseded by the
/// first complete read of that merge request's notes that began after it arrived.
public struct ProvisionalEvent: MetricsRecord {
    public struct ID: Codable, Hashable, Comparable, Sendable {
        public var instance: InstanceID
        /// The delivery it came with, the same for every resend.
        public var delivery: String
        /// Its position among the events of that delivery.
        public var index: Int
        public init(instance: InstanceID, delivery: String, index: Int) {
            self.instance = instance
            self.delivery = delivery
            self.index = index
        }

        public static func < (lhs: Self, rhs: Self) -> Bool {
            (lhs.instance, lhs.delivery, lhs.index) < (rhs.instance, rhs.delivery, rhs.index)
        }
    }

    public let id: ID
    public let project: ProjectKey
    public let mergeRequest: MergeRequestKey
    public let activity: NoteActivity
    public let actor: Account?
    /// When it happened, as the payload says.
    public let at: Instant
    /// When the delivery arrived here, in milliseconds since 1970; the earliest of several arrivals.
    public var received: Int64

    public init(
        id: ID, project: ProjectKey, mergeRequest: MergeRequestKey, activity: NoteActivity, actor: Account?,
        at: Instant, received: Int64
    ) {
        self.id = id
        self.project = project
        self.mergeRequest = mergeRequest
        self.activity = activity
        self.actor = actor
        self.at = at
        self.received = received
    }

    public static var kind: RecordKind { .provisionalEvent }
    public static var table: WritableKeyPath<ProjectRecords, RecordTable<Self>> { \.provisionalEvents }
    public var reference: RecordReference {
        RecordReference(kind: .provisionalEvent, instance: id.instance, id: "\(id.delivery)/\(id.index)")
    }
    public var parent: RecordReference? { .mergeRequest(mergeRequest) }

    /// Resends of a delivery say the same; should they not, a fixed order of contents decides.
    public func merging(_ other: Self) -> Self {
        let differ = unstamped != other.unstamped
        var merged = differ && precedesCanonically(unstamped, other.unstamped) ? other : self
        merged.received = min(received, other.received)
        return merged
    }

    public var unstamped: Self {
        var copy = self
        copy.received = 0
        return copy
    }

    /// Whether a complete read of the merge request's notes has taken its place.
    public func isSuperseded(by notes: ListingRecord?) -> Bool {
        guard let notes else { return false }
        return received < notes.began
    }
}
