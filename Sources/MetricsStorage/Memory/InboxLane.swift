import MetricsCore

/// The entries of one project, or those of one instance that belong to none.
struct InboxLane: Sendable {
    struct Key: Hashable, Comparable, Sendable {
        var instance: InstanceID
        var project: ProjectKey?

        init(_ entry: InboxEntry) {
            instance = entry.id.instance
            project = entry.project
        }

        static func < (lhs: Self, rhs: Self) -> Bool {
            guard lhs.instance == rhs.instance else { return lhs.instance < rhs.instance }
            guard let right = rhs.project else { return false }
            return lhs.project.map { $0 < right } ?? true
        }
    }

    /// When a lane's turn comes: the fewest claims first, then the one that was served the longest ago.
    struct Turn: Hashable, Comparable, Sendable {
        var claims: Int
        var served: Int64
        var lane: Key

        static func < (lhs: Self, rhs: Self) -> Bool {
            (lhs.claims, lhs.served, lhs.lane) < (rhs.claims, rhs.served, rhs.lane)
        }
    }

    /// By subject, the numbers of the entries that must keep their order.
    var subjects: [String: Line<Int64>] = [:]
    /// Numbers of entries that may be claimed; some no longer, which is seen when they come up.
    var ready = Heap<Int64>()
    /// How many entries live here.
    var population = 0
    /// How many of them are claimed.
    var claims = 0
    /// The last claim's number; 0 before the first.
    var served: Int64 = 0

    func turn(_ key: Key) -> Turn { Turn(claims: claims, served: served, lane: key) }
}
