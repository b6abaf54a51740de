import WireFormat

/// A tag: annotated with a message and a time of its own, or a mere name for a commit.
struct Tag: Sendable {
    let name: String
    /// The commit.
    let sha: String
    /// What the ref points at: an object of its own when annotated.
    let target: String
    /// Empty for a lightweight tag.
    let message: String
    /// `nil` for a lightweight tag.
    let createdAt: Instant?

    /// - Parameter message: `nil` makes a lightweight tag.
    init(name: String, sha: String, message: String?, now: Instant) {
        self.name = name
        self.sha = sha
        self.message = message ?? ""
        target = message == nil ? sha : SHA1.hex("tag \(name) \(sha)")
        createdAt = message.map { _ in Instant(microseconds: now.microseconds / 1_000_000 * 1_000_000) }
    }

    /// The numbers in the name, by which versions compare.
    var version: [Int] {
        name.split { !$0.isNumber }.map { Int($0) ?? 0 }
    }
}
