import GitLabAPI
import Synchronization

/// The page size of each query, found out once for all projects.
final class PageSizes: Sendable {
    private let sizes = Mutex<[String: GraphQLPageSize]>([:])

    func rows(_ name: String, startingWith first: Int) -> Int {
        sizes.withLock { $0[name, default: GraphQLPageSize(first)].rows }
    }

    /// - Returns: whether a smaller page may help.
    func shrink(_ name: String, from rows: Int) -> Bool {
        sizes.withLock { $0[name, default: GraphQLPageSize(rows)].shrink(from: rows) }
    }

    func succeed(_ name: String, _ rows: Int, _ complexity: QueryComplexity?) {
        sizes.withLock { $0[name, default: GraphQLPageSize(rows)].succeed(rows, complexity) }
    }
}
