public import MetricsCore

/// How far one list of one project has been read: saved after each merge, so that a run that ends anywhere is
/// continued there, and the next run reads only what changed.
public struct Checkpoint: Hashable, Sendable, Codable {
    /// The version of the encoded form.
    public var format = 1
    /// What changed at or after this instant is read.
    public var since: Instant
    /// Everything that had changed before this instant, in milliseconds since 1970 by GitLab's clock, was read.
    public var watermark: Int64
    /// Whether the read that set the watermark reached the end of the list.
    public var isComplete: Bool

    public init(since: Instant, watermark: Int64, isComplete: Bool) {
        self.since = since
        self.watermark = watermark
        self.isComplete = isComplete
    }

    /// Where the checkpoint of one list of one project is kept.
    public static func key(_ project: ProjectKey, _ list: String) -> StateKey {
        StateKey(namespace: "checkpoint", name: "\(project)/\(list)")
    }
}
