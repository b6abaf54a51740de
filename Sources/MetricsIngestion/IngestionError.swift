public import GitLabAPI
public import MetricsStorage

/// Why ingestion could not go on at all. What concerns one project only is a `ProjectOutcome` instead.
public struct IngestionError: Error, Sendable, CustomStringConvertible {
    /// What went wrong, as a program asks; an open set.
    public struct Code: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
        public var description: String { rawValue }

        /// GitLab does not accept the token for anything; `gitLab` says why.
        public static let credential = Self(rawValue: "credential")
        /// The store failed; `storage` says how.
        public static let storage = Self(rawValue: "storage")
    }

    public var code: Code
    public var gitLab: GitLabError?
    public var storage: StorageError?

    init(_ error: GitLabError) {
        code = .credential
        gitLab = error
    }

    init(_ error: StorageError) {
        code = .storage
        storage = error
    }

    public var description: String {
        "\(code): \(gitLab?.description ?? storage?.description ?? "")"
    }
}
