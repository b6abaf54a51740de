public import MetricsCore
public import MetricsStorage

/// Who did what when, page by page, from the records of a store (Documentation/ActivityFeed.md).
public struct ActivityFeed: Sendable {
    public struct Configuration: Sendable {
        /// Of these, who is a bot, and the roster, whose bots are bots too.
        public var rules: FactRules
        /// Whether titles of merge requests, issues, commits and releases are left out; `false` by default.
        public var hidesTitles: Bool

        public init(rules: FactRules = .standard, hidesTitles: Bool = false) {
            self.rules = rules
            self.hidesTitles = hidesTitles
        }
    }

    public let storage: any RecordStorage
    public let configuration: Configuration

    public init(storage: any RecordStorage, configuration: Configuration = Configuration()) {
        self.storage = storage
        self.configuration = configuration
    }

    /// The newest activities that match, or those that follow a page.
    ///
    /// Pages follow each other by position, not by number: what is done while somebody reads on is on none of the
    /// further pages, and moves nothing between them.
    ///
    /// - Parameters:
    ///   - filter: what is shown; by default all that people did. Without a period everything ever done is read.
    ///   - cursor: the `next` of the page before; `nil` for the first page.
    ///   - limit: how many at most, at least 1; 50 by default.
    /// - Throws: what the store throws.
    /// - Complexity: O(n log n) in the records of the period, project after project: memory grows with the largest
    ///   project and the limit, not with the number of projects.
    @concurrent
    public func page(
        matching filter: ActivityFilter = ActivityFilter(), after cursor: Cursor? = nil, limit: Int = 50
    ) async throws(StorageError) -> Page {
        let limit = max(1, limit)
        let span = span(of: filter, after: cursor)
        var newest: [Activity] = []
        var goesOn = false
        for project in try await projects(of: filter) {
            let records = try await records(of: project, in: span)
            newest += records.activities(of: project, in: span, rules: configuration.rules).filter {
                activity in
                filter.matches(activity) && cursor.map { $0.position < activity.position } ?? true
            }
            goesOn = goesOn || newest.count > limit
            newest = Array(newest.sorted { $0.position < $1.position }.prefix(limit))
        }
        return Page(
            activities: configuration.hidesTitles ? newest.map(\.withoutTitle) : newest,
            next: goesOn ? newest.last.map { Cursor(after: $0) } : nil)
    }

    private func projects(of filter: ActivityFilter) async throws(StorageError) -> [ProjectKey] {
        if let projects = filter.projects { return projects.sorted() }
        return try await storage.projects().sorted()
    }
}
