import Foundation

/// What went wrong with an audit file. It names the file's name, not its folder.
public struct AuditFileError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was being done; an open set.
    public struct Code: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
        public var description: String { rawValue }

        /// The file cannot be made, opened or kept from others' eyes.
        public static let open = Self(rawValue: "open")
        /// An entry cannot be appended; what was written of it is taken back if possible.
        public static let write = Self(rawValue: "write")
        /// A full file cannot be put aside.
        public static let rotate = Self(rawValue: "rotate")
        /// The file cannot be read.
        public static let read = Self(rawValue: "read")
        /// It was closed before.
        public static let closed = Self(rawValue: "closed")
    }

    public let code: Code
    public let file: String
    /// What the system reported, if it did.
    public let underlying: UnderlyingError?

    init(_ code: Code, _ file: URL, _ error: (any Error)? = nil) {
        self.code = code
        self.file = file.lastPathComponent
        underlying = error.map(UnderlyingError.init)
    }

    public var description: String {
        "audit file \(file): \(code)\(underlying.map { ": \($0)" } ?? "")"
    }
}
