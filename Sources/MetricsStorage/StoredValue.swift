public import Foundation

/// Bytes as they stand in a `StateStorage`, and the version to name when replacing them.
public struct StoredValue: Hashable, Sendable {
    /// Counts the writes of one key; it never repeats.
    public struct Version: Hashable, Sendable, Codable {
        public let rawValue: Int64
        public init(rawValue: Int64) { self.rawValue = rawValue }
    }

    public var bytes: Data
    public var version: Version

    public init(bytes: Data, version: Version) {
        self.bytes = bytes
        self.version = version
    }
}
