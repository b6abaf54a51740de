public import GitLabAPI
public import MetricsIngestion
public import MetricsStorage

/// Why a connection, or the registry of credentials, could not do what it was asked. It holds no secret.
public struct ConnectionError: Error, Sendable, CustomStringConvertible {
    /// What went wrong, as a program asks; an open set.
    public struct Code: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
        public var description: String { rawValue }

        /// GitLab refused or does not answer, or a secret cannot be opened; `gitLab` says why.
        public static let gitLab = Self(rawValue: "gitlab")
        /// The store failed; `storage` says how.
        public static let storage = Self(rawValue: "storage")
        /// A sync could not go on at all; `ingestion` says why.
        public static let ingestion = Self(rawValue: "ingestion")
        /// The check found something that must be put right first; `fault` says what.
        public static let checkFailed = Self(rawValue: "check_failed")
        /// There is nothing of that name.
        public static let missing = Self(rawValue: "missing")
        /// The token has no characters.
        public static let emptyToken = Self(rawValue: "empty_token")
        /// The name is taken, or somebody else changed it meanwhile: read it and try again.
        public static let conflict = Self(rawValue: "conflict")
    }

    public var code: Code
    public var gitLab: GitLabError?
    public var storage: StorageError?
    public var ingestion: IngestionError?
    public var fault: StatusFault?
    /// What is missing, or taken.
    public var name: String?

    public var description: String {
        let reason =
            gitLab?.description ?? storage?.description ?? ingestion?.description ?? fault?.sentence ?? name
        return reason.map { "\(code): \($0)" } ?? code.rawValue
    }

    static let emptyToken = Self(code: .emptyToken)

    static func gitLab(_ error: GitLabError) -> Self { Self(code: .gitLab, gitLab: error) }
    static func ingestion(_ error: IngestionError) -> Self { Self(code: .ingestion, ingestion: error) }
    static func checkFailed(_ fault: StatusFault) -> Self { Self(code: .checkFailed, fault: fault) }
    static func conflict(_ name: String) -> Self { Self(code: .conflict, name: name) }
    static func missing(_ name: String) -> Self { Self(code: .missing, name: name) }

    static func storage(_ error: StorageError) -> Self {
        Self(code: error.code == .conflict ? .conflict : .storage, storage: error)
    }
}
