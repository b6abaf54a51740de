public import Foundation

/// An event of a kind this version does not know.
public struct UnrecognizedEvent: Hashable, Sendable {
    /// `object_kind` or `event_name`; `nil` when the body names neither.
    public var kind: String?
    /// The body as received, for the host; it may hold code and secrets. Empty at rest unless the host asked for it.
    public var body: Data

    public init(kind: String?, body: Data) {
        self.kind = kind
        self.body = body
    }
}
