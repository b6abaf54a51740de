/// A user's instance-wide id.
public struct UserID: NumericID {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
}

/// A group's instance-wide id.
public struct GroupID: NumericID {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
}

/// A project's instance-wide id; it stays when the project is moved or renamed.
public struct ProjectID: NumericID {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
}

/// A merge request's instance-wide `id`.
public struct MergeRequestID: NumericID {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
}

/// A merge request's `iid`, its number within the project: what URLs and endpoints take.
public struct MergeRequestIID: NumericID {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
}

/// An issue's instance-wide `id`.
public struct IssueID: NumericID {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
}

/// An issue's `iid`, its number within the project: what URLs and endpoints take.
public struct IssueIID: NumericID {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
}

/// A note's instance-wide id; comments and system notes share one sequence.
public struct NoteID: NumericID {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
}

/// The id of one version of a merge request's changes, made by each push.
public struct MergeRequestVersionID: NumericID {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
}

/// An approval rule's instance-wide id.
public struct ApprovalRuleID: NumericID {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
}

/// A pipeline's instance-wide `id`.
public struct PipelineID: NumericID {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
}

/// A pipeline's `iid` within its project.
public struct PipelineIID: NumericID {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
}

/// A CI job's instance-wide id.
public struct JobID: NumericID {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
}

/// An environment's instance-wide id.
public struct EnvironmentID: NumericID {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
}

/// A deployment's instance-wide `id`.
public struct DeploymentID: NumericID {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
}

/// A deployment's `iid` within its project.
public struct DeploymentIID: NumericID {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
}

/// A milestone's instance-wide `id`.
public struct MilestoneID: NumericID {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
}

/// A label's instance-wide id.
public struct LabelID: NumericID {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
}

/// An access token's instance-wide id; not the token itself.
public struct AccessTokenID: NumericID {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
}

/// A namespace's instance-wide id.
public struct NamespaceID: NumericID {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
}

/// A contribution event's instance-wide id.
public struct EventID: NumericID {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
}

/// The id of a resource label event.
public struct ResourceLabelEventID: NumericID {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
}

/// The id of a resource milestone event.
public struct ResourceMilestoneEventID: NumericID {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
}

/// The id of a resource state event.
public struct ResourceStateEventID: NumericID {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
}

/// A custom role's instance-wide id.
public struct MemberRoleID: NumericID {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
}

/// An iteration's instance-wide id.
public struct IterationID: NumericID {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
}

/// A time log's instance-wide id.
public struct TimelogID: NumericID {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
}

/// A runner's instance-wide id.
public struct RunnerID: NumericID {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
}

/// A webhook's id, unique among all hooks of the instance.
public struct HookID: NumericID {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
}

/// An id of one sending of a webhook in its log.
public struct HookEventID: NumericID {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
}

/// A snippet's instance-wide id.
public struct SnippetID: NumericID {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
}

/// The id of an emoji somebody gave to something.
public struct EmojiID: NumericID {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
}

/// A feature flag's instance-wide `id`.
public struct FeatureFlagID: NumericID {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
}

/// A deploy token's instance-wide id; not the token itself.
public struct DeployTokenID: NumericID {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
}

/// The id of a user's SSH key; not the key itself.
public struct KeyID: NumericID {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }
}
