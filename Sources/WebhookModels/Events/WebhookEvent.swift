public import Foundation
public import GitLabVocabulary

/// What a delivery tells, one case for every kind GitLab sends.
///
/// <https://docs.gitlab.com/user/project/integrations/webhook_events/>
public enum WebhookEvent: Hashable, Sendable {
    case push(PushEvent)
    case tagPush(TagPushEvent)
    case mergeRequest(MergeRequestEvent)
    case note(NoteEvent)
    case issue(IssueEvent)
    case pipeline(PipelineEvent)
    case job(JobEvent)
    case deployment(DeploymentEvent)
    case release(ReleaseEvent)
    case milestone(MilestoneEvent)
    case emoji(EmojiEvent)
    case wikiPage(WikiPageEvent)
    case featureFlag(FeatureFlagEvent)
    case member(MemberEvent)
    case project(ProjectEvent)
    case group(GroupEvent)
    case subgroup(SubgroupEvent)
    case accessToken(AccessTokenEvent)
    case deployToken(DeployTokenEvent)
    case vulnerability(VulnerabilityEvent)
    case repositoryUpdate(RepositoryUpdateEvent)
    case user(UserEvent)
    case key(KeyEvent)
    case memberApproval(MemberApprovalEvent)
    /// A kind this version does not know.
    case unrecognized(UnrecognizedEvent)
}

extension WebhookEvent {
    /// What it is about; of an unrecognised event GitLab's own name for it, `unrecognized` if it has none.
    public var kind: WebhookKind {
        switch self {
        case .push: .push
        case .tagPush: .tagPush
        case .mergeRequest: .mergeRequest
        case .note: .note
        case .issue: .issue
        case .pipeline: .pipeline
        case .job: .job
        case .deployment: .deployment
        case .release: .release
        case .milestone: .milestone
        case .emoji: .emoji
        case .wikiPage: .wikiPage
        case .featureFlag: .featureFlag
        case .member: .member
        case .project: .project
        case .group: .group
        case .subgroup: .subgroup
        case .accessToken: .accessToken
        case .deployToken: .deployToken
        case .vulnerability: .vulnerability
        case .repositoryUpdate: .repositoryUpdate
        case .user: .user
        case .key: .key
        case .memberApproval: .memberApproval
        case .unrecognized(let event): WebhookKind(rawValue: event.kind ?? "unrecognized")
        }
    }

    /// `nil` for what belongs to a group, to a user or to the instance.
    public var projectID: ProjectID? { payload?.projectID }

    /// `my-group/my-project`, as it was called when the event was sent; some events do not tell it.
    public var projectPath: String? { payload?.projectPath }

    /// The group, for what belongs to a group and to no project.
    public var groupID: GroupID? { payload?.groupID }

    /// What was done; `nil` for events of a status, of a push, and where GitLab leaves it out.
    public var action: WebhookAction? { payload?.action }

    /// The instant at which it happened, as far as the body tells one; what it is stands at each event's `happenedAt`.
    /// `nil` for pushes, of which none does.
    public var happenedAt: Date? { payload?.happenedAt }

    /// What it is about within its project, group or instance: `merge_request/7`, `issue/3`, `pipeline/9`. Events of one
    /// subject are best applied in the order of their arrival. Comments have that of what they are on.
    public var subject: String? { payload?.subject }

    /// Who did it; `nil` where GitLab does not tell. Of a member's event this is not the member.
    public var actor: WebhookUser? { payload?.actor }

    /// What is kept at rest: without the texts of comments, and of descriptions and commit messages only what they
    /// refer to.
    public var withoutTexts: WebhookEvent {
        func stripped<Payload: EventPayload>(_ payload: Payload) -> Payload {
            var payload = payload
            payload.dropTexts()
            return payload
        }
        return switch self {
        case .push(let event): .push(stripped(event))
        case .mergeRequest(let event): .mergeRequest(stripped(event))
        case .note(let event): .note(stripped(event))
        case .issue(let event): .issue(stripped(event))
        case .pipeline(let event): .pipeline(stripped(event))
        case .release(let event): .release(stripped(event))
        default: self
        }
    }

    /// `nil` for an unrecognised event.
    var payload: (any EventPayload)? {
        switch self {
        case .push(let event): event
        case .tagPush(let event): event
        case .mergeRequest(let event): event
        case .note(let event): event
        case .issue(let event): event
        case .pipeline(let event): event
        case .job(let event): event
        case .deployment(let event): event
        case .release(let event): event
        case .milestone(let event): event
        case .emoji(let event): event
        case .wikiPage(let event): event
        case .featureFlag(let event): event
        case .member(let event): event
        case .project(let event): event
        case .group(let event): event
        case .subgroup(let event): event
        case .accessToken(let event): event
        case .deployToken(let event): event
        case .vulnerability(let event): event
        case .repositoryUpdate(let event): event
        case .user(let event): event
        case .key(let event): event
        case .memberApproval(let event): event
        case .unrecognized: nil
        }
    }
}
