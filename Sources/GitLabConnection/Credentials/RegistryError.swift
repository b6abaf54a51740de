public import GitLabAPI
public import MetricsStorage

/// Why a registry of credentials could not do what it was asked. It holds no secret.
public struct RegistryError: Error, Sendable, CustomStringConvertible {
    /// What went wrong, as a program asks; an open set.
    public struct Code: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
        public var description: String { rawValue }

        /// There is no credential with that id.
        public static let unknown = Self(rawValue: "unknown")
        /// The token has no characters.
        public static let emptyToken = Self(rawValue: "empty_token")
        /// Somebody else changed the credential meanwhile; read it and try again.
        public static let conflict = Self(rawValue: "conflict")
        /// The store failed; `storage` says how.
        public static let storage = Self(rawValue: "storage")
        /// The token cannot be opened; `gitLab` says why.
        public static let seal = Self(rawValue: "seal")
    }

    public var code: Code
    public var storage: StorageError?
    public var gitLab: GitLabError?

    init(_ code: Code) { self.code = code }

    init(_ error: StorageError) {
        code = error.code == .conflict ? .conflict : .storage
        storage = error
    }

    init(_ error: GitLabError) {
        code = .seal
        gitLab = error
    }

    public var description: String {
        let reason = gitLab?.description ?? storage?.description
        return reason.map { "\(code): \($0)" } ?? code.rawValue
    }
}
