import WireFormat

/// A job, kept small: what REST shows of it is put together when it is asked for.
struct Job: Sendable {
    let id: Int
    let project: Int
    /// `nil` for a deployment's job whose pipeline is not known.
    var pipeline: Int?
    let plan: Plan
    /// Who started it.
    let user: Int
    let createdAt: Instant
    var status: String
    var startedAt: Instant?
    var finishedAt: Instant?
    /// Seconds between becoming pending and running.
    var queuedSeconds: Double?
    var failureReason: String?
    /// Percent, of the job that measures it.
    var coverage: Double?
    /// Whether the same job was tried again since.
    var isRetried = false
    /// Whether a deployment tells it when to end, and not its pipeline.
    var isDeployment = false
    /// Where it deploys to.
    var environment: Int?
    /// The pipeline a bridge started.
    var downstream: Int?

    /// What a configuration says of a job.
    struct Plan: Sendable {
        let name: String
        let stage: String
        var tags: [String] = []
        var isAllowedToFail = false
        var isManual = false
        /// Whether it starts another pipeline instead of running.
        var isBridge = false
        /// How many tests it reports.
        var tests = 0
    }

    var isOver: Bool { ["success", "failed", "canceled", "skipped", "manual"].contains(status) }

    /// A number in 0..<1 that belongs to the job, for what need not be drawn.
    var quirk: Double { Double(id &* 7919 % 1009) / 1009 }
}
