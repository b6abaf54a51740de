/// A complete enumeration of a thing's children, and when the read of it began: the only ground on which absence
/// is a fact.
///
/// A child is live if it stands in the newest listing or was created after that listing began. A list read in
/// part is never written as one.
public struct ListingRecord: MetricsRecord {
    /// Which children of which thing.
    public struct ID: Codable, Hashable, Comparable, Sendable {
        public var subject: RecordReference
        public var children: RecordKind
        public init(subject: RecordReference, children: RecordKind) {
            self.subject = subject
            self.children = children
        }

        public static func < (lhs: Self, rhs: Self) -> Bool {
            (lhs.subject, lhs.children) < (rhs.subject, rhs.children)
        }
    }

    public enum Members: Codable, Hashable, Sendable {
        /// Sorted.
        case ids([Int64])
        /// Sorted.
        case shas([String])
    }

    public let id: ID
    public let project: ProjectKey
    /// When the read began by GitLab's clock or ours, whichever was earlier, in milliseconds since 1970.
    public var began: Int64
    public var members: Members

    public init(id: ID, project: ProjectKey, began: Int64, members: Members) {
        self.id = id
        self.project = project
        self.began = began
        self.members = members
    }

    public static var kind: RecordKind { .listing }
    public static var table: WritableKeyPath<ProjectRecords, RecordTable<Self>> { \.listings }
    public var reference: RecordReference {
        RecordReference(
            kind: .listing, instance: project.instance,
            id: "\(id.subject.kind.rawValue)/\(id.subject.id)/\(id.children.rawValue)")
    }
    public var parent: RecordReference? { id.subject }

    /// The second in which the read began.
    public var beganAt: Instant { Instant(millisecondsSince1970: began) }

    public func merging(_ other: Self) -> Self {
        if began != other.began { return began < other.began ? other : self }
        if members == other.members { return self }
        return precedesCanonically(members, other.members) ? other : self
    }

    public var unstamped: Self {
        var copy = self
        // A listing that began before everything ends no life.
        copy.began = .min
        return copy
    }

    /// For comparing contents. Which notes a listing names says which of those known are live, and these stand for
    /// themselves: one that came after the listing is no less known than one within it.
    var settled: Self {
        guard id.children == .note else { return self }
        var copy = self
        copy.members = .ids([])
        return copy
    }

    /// Whether a child with that id, created then, is still there.
    public func isLive(_ child: Int64, createdAt: Instant) -> Bool {
        guard case .ids(let ids) = members else { return true }
        return createdAt >= beganAt || ids.containsSorted(child)
    }
}

extension Array where Element: Comparable {
    /// Whether a sorted array holds the element; O(log n).
    func containsSorted(_ element: Element) -> Bool {
        var low = startIndex
        var high = endIndex
        while low < high {
            let middle = low + (high - low) / 2
            if self[middle] < element { low = middle + 1 } else { high = middle }
        }
        return low < endIndex && self[low] == element
    }
}
