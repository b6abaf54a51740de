extension Activity {
    /// What was done; an open set.
    public struct Kind: RawRepresentable, Hashable, Comparable, Sendable, CustomStringConvertible {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }
        public var description: String { rawValue }
        public static func < (lhs: Self, rhs: Self) -> Bool { lhs.rawValue < rhs.rawValue }

        public static let mergeRequestOpened = Self(rawValue: "merge_request_opened")
        public static let mergeRequestCommented = Self(rawValue: "merge_request_commented")
        public static let approved = Self(rawValue: "approved")
        /// Somebody took his own approval back. Approvals that a push took away are nobody's act.
        public static let unapproved = Self(rawValue: "unapproved")
        public static let changesRequested = Self(rawValue: "changes_requested")
        public static let reviewRequested = Self(rawValue: "review_requested")
        public static let markedReady = Self(rawValue: "marked_ready")
        public static let markedDraft = Self(rawValue: "marked_draft")
        public static let merged = Self(rawValue: "merged")
        /// Closed without being merged.
        public static let mergeRequestClosed = Self(rawValue: "merge_request_closed")
        public static let mergeRequestReopened = Self(rawValue: "merge_request_reopened")

        /// Incidents and tasks are issues too.
        public static let issueCreated = Self(rawValue: "issue_created")
        public static let issueCommented = Self(rawValue: "issue_commented")
        public static let issueClosed = Self(rawValue: "issue_closed")
        public static let issueReopened = Self(rawValue: "issue_reopened")
        public static let timeLogged = Self(rawValue: "time_logged")

        public static let committed = Self(rawValue: "committed")
        public static let commitsPushed = Self(rawValue: "commits_pushed")
        /// By a push, which may bring commits too.
        public static let branchCreated = Self(rawValue: "branch_created")
        public static let branchDeleted = Self(rawValue: "branch_deleted")
        public static let tagCreated = Self(rawValue: "tag_created")
        public static let tagDeleted = Self(rawValue: "tag_deleted")
        public static let released = Self(rawValue: "released")

        public static let pipelineRun = Self(rawValue: "pipeline_run")
        /// A deployment ended: reached its environment, failed or was canceled.
        public static let deployed = Self(rawValue: "deployed")

        public static let all: [Kind] = [
            .mergeRequestOpened, .mergeRequestCommented, .approved, .unapproved, .changesRequested,
            .reviewRequested, .markedReady, .markedDraft, .merged, .mergeRequestClosed, .mergeRequestReopened,
            .issueCreated, .issueCommented, .issueClosed, .issueReopened, .timeLogged, .committed,
            .commitsPushed, .branchCreated, .branchDeleted, .tagCreated, .tagDeleted, .released, .pipelineRun,
            .deployed,
        ]
    }
}

extension Activity.Kind: Codable {
    public init(from decoder: any Decoder) throws {
        rawValue = try decoder.singleValueContainer().decode(String.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(rawValue)
    }
}
