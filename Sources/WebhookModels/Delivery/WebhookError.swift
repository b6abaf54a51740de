/// Why a delivery is refused, and with which HTTP status; never with a secret or a part of the body.
public struct WebhookError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong, as a program asks; an open set.
    public struct Code: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
        public var description: String { rawValue }
    }

    public var code: Code
    /// The HTTP status to answer. GitLab takes 2xx and 3xx for success and counts anything else as a failure.
    public var status: Int
    /// One line for people.
    public var detail: String

    public init(_ code: Code, status: Int, detail: String) {
        self.code = code
        self.status = status
        self.detail = detail
    }

    public var description: String { "\(code): \(detail)" }
}
