public import GitLabAPI
public import MetricsStorage
public import WebhookModels

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
        /// A delivery cannot be understood; `webhook` says why. It is no better tried again.
        public static let webhook = Self(rawValue: "webhook")
        /// A delivery comes from another instance than the one it was given to.
        public static let otherInstance = Self(rawValue: "other_instance")
    }

    public var code: Code
    public var gitLab: GitLabError?
    public var storage: StorageError?
    public var webhook: WebhookError?

    package init(_ code: Code) { self.code = code }

    init(_ error: GitLabError) {
        code = .credential
        gitLab = error
    }

    package init(_ error: StorageError) {
        code = .storage
        storage = error
    }

    init(_ error: WebhookError) {
        code = .webhook
        webhook = error
    }

    public var description: String {
        "\(code): \(gitLab?.description ?? storage?.description ?? webhook?.description ?? "")"
    }
}
