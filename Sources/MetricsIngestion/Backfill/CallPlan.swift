public import MetricsCore

/// What a backfill will ask of GitLab: an estimate, made before it begins.
///
/// ```swift
/// let callPlan = try await backfill.callPlan(for: plan)
/// print(callPlan.requests, callPlan.duration(requestsPerMinute: 600))
/// ```
public struct CallPlan: Hashable, Sendable {
    public var projects: Int
    /// How many rows are to be read of the kinds GitLab counts; `nil` where it does not tell.
    public var rows: [RecordKind: Int]
    /// Estimated requests, by what they are for.
    public var requestsByKind: [RecordKind: Int]
    /// How many requests are under way at a time.
    public var requestsAtOnce: Int

    public init(
        projects: Int, rows: [RecordKind: Int], requestsByKind: [RecordKind: Int], requestsAtOnce: Int
    ) {
        self.projects = projects
        self.rows = rows
        self.requestsByKind = requestsByKind
        self.requestsAtOnce = requestsAtOnce
    }

    /// Estimated requests in all.
    public var requests: Int { requestsByKind.values.reduce(0, +) }

    /// How long they take: as the limit lets them out, or as their answers come, whichever takes longer.
    ///
    /// - Parameters:
    ///   - requestsPerMinute: what the instance or the client allows; `nil` for no limit.
    ///   - latency: how long one answer takes; a quarter of a second by default.
    public func duration(
        requestsPerMinute: Int?, latency: Duration = .milliseconds(250)
    ) -> Duration {
        let answers = latency * requests / max(1, requestsAtOnce)
        guard let requestsPerMinute else { return answers }
        return max(answers, .seconds(60) * requests / max(1, requestsPerMinute))
    }
}
