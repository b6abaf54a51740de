/// One attempt to tell a hook, and what came of it.
public struct HookAttempt: Hashable, Sendable {
    /// The hook's id.
    public let hook: Int
    /// `X-Gitlab-Event`: `Merge Request Hook`.
    public let event: String
    /// The same for every attempt at one delivery; sent as `Idempotency-Key` by GitLab 17.4 and later.
    public let idempotencyKey: String
    /// The receiver's HTTP status; `nil` when it gave none.
    public let status: Int?
    /// Why there is no status, in one line.
    public let failure: String?

    /// Whether GitLab takes it for a success: 2xx and 3xx.
    public var isSuccess: Bool { status.map { (200..<400).contains($0) } ?? false }
}
