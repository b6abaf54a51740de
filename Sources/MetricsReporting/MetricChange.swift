public import MetricsCore

/// One value of one project, before and after something was learned.
public struct MetricChange: Codable, Hashable, Sendable {
    public let project: ProjectKey
    /// What people call the project: its path.
    public let title: String
    public let before: MetricValue
    public let after: MetricValue

    public var metric: MetricID { after.metric }

    public init(project: ProjectKey, title: String, before: MetricValue, after: MetricValue) {
        self.project = project
        self.title = title
        self.before = before
        self.after = after
    }

    /// Whether the number itself moved, and not only what it rests on: one more merge request may leave a median as it
    /// is, and a comment left out is evidence too.
    public var isOfNumber: Bool { before.number != after.number || before.absence != after.absence }
}
