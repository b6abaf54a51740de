/// Why a store could not do what it was asked.
public struct StorageError: Error, Sendable, CustomStringConvertible {
    /// What went wrong, as a program asks; an open set.
    public struct Code: RawRepresentable, Hashable, Sendable {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        /// The key has another version than the caller read.
        public static let conflict = Self(rawValue: "conflict")
        /// The store cannot be reached or refuses.
        public static let unavailable = Self(rawValue: "unavailable")
        /// What is stored cannot be read: damaged, or written by a newer version.
        public static let unreadable = Self(rawValue: "unreadable")
        /// The store holds as much as it may.
        public static let full = Self(rawValue: "full")
    }

    public var code: Code
    /// One line, without stored contents.
    public var detail: String
    public var underlying: (any Error)?

    public init(_ code: Code, detail: String, underlying: (any Error)? = nil) {
        self.code = code
        self.detail = detail
        self.underlying = underlying
    }

    public var description: String { "\(code.rawValue): \(detail)" }
}
