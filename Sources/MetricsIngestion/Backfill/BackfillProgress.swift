public import Foundation

/// How far a backfill has come: what a progress bar draws.
///
/// ```swift
/// let (progress, reporter) = BackfillProgress.stream()
/// async let outcome = backfill.run(plan, reporting: reporter)
/// for await step in progress { draw(step) }
/// ```
public struct BackfillProgress: Hashable, Sendable {
    public enum Phase: String, Hashable, Sendable {
        /// Finding the projects of the plan.
        case resolving
        case reading
        case finished
    }

    public var phase = Phase.resolving
    public var projectsDone = 0
    /// 0 while projects are being found.
    public var projectsTotal = 0
    /// 0 to 1; GitLab does not tell how much there is, so it goes by the dates of what was read.
    public var fractionCompleted = 0.0
    /// Rows read.
    public var itemsDone = 0
    public var requests = 0
    /// Requests per second since the beginning.
    public var rate = 0.0
    /// When the pause that GitLab asked for ends; `nil` while requests flow.
    public var waitingUntil: Date?

    public init() {}

    /// How many rows there will be, if the rest is like what was read; `nil` before anything was.
    public var itemsEstimate: Int? {
        fractionCompleted > 0.01 ? Int(Double(itemsDone) / fractionCompleted) : nil
    }

    /// The progress of one run, and what the run reports it to. A reader that is slow misses steps, never the
    /// last one; the stream ends with the run.
    public static func stream() -> (progress: AsyncStream<BackfillProgress>, reporter: Reporter) {
        let (stream, continuation) = AsyncStream.makeStream(
            of: BackfillProgress.self, bufferingPolicy: .bufferingNewest(1))
        return (stream, Reporter(continuation))
    }
}
