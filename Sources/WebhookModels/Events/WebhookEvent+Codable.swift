import Foundation
import GitLabVocabulary

/// Reads a body of GitLab, and writes one with GitLab's own names that holds what is kept of it. Dates are read and written
/// as the decoder and encoder are told to: `init(body:header:)` and `atRest(keepingUnrecognized:)` are the usual ways.
extension WebhookEvent: Codable {
    private enum Keys: String, CodingKey {
        case objectKind = "object_kind"
        case eventName = "event_name"
    }

    /// Finds the kind by `object_kind`, else by `event_name`, and decodes that from the same decoder. The body of an
    /// unrecognised event is left empty.
    public init(from decoder: any Decoder) throws {
        let keys = try decoder.container(keyedBy: Keys.self)
        let objectKind = keys.text(.objectKind)
        let eventName = keys.text(.eventName)
        switch WebhookKind(objectKind: objectKind, eventName: eventName) {
        case .push: self = .push(try PushEvent(from: decoder))
        case .tagPush: self = .tagPush(try TagPushEvent(from: decoder))
        case .mergeRequest: self = .mergeRequest(try MergeRequestEvent(from: decoder))
        case .note: self = .note(try NoteEvent(from: decoder))
        case .issue: self = .issue(try IssueEvent(from: decoder))
        case .pipeline: self = .pipeline(try PipelineEvent(from: decoder))
        case .job: self = .job(try JobEvent(from: decoder))
        case .deployment: self = .deployment(try DeploymentEvent(from: decoder))
        case .release: self = .release(try ReleaseEvent(from: decoder))
        case .milestone: self = .milestone(try MilestoneEvent(from: decoder))
        case .emoji: self = .emoji(try EmojiEvent(from: decoder))
        case .wikiPage: self = .wikiPage(try WikiPageEvent(from: decoder))
        case .featureFlag: self = .featureFlag(try FeatureFlagEvent(from: decoder))
        case .member: self = .member(try MemberEvent(from: decoder))
        case .project: self = .project(try ProjectEvent(from: decoder))
        case .group: self = .group(try GroupEvent(from: decoder))
        case .subgroup: self = .subgroup(try SubgroupEvent(from: decoder))
        case .accessToken: self = .accessToken(try AccessTokenEvent(from: decoder))
        case .deployToken: self = .deployToken(try DeployTokenEvent(from: decoder))
        case .vulnerability: self = .vulnerability(try VulnerabilityEvent(from: decoder))
        case .repositoryUpdate: self = .repositoryUpdate(try RepositoryUpdateEvent(from: decoder))
        case .user: self = .user(try UserEvent(from: decoder))
        case .key: self = .key(try KeyEvent(from: decoder))
        case .memberApproval: self = .memberApproval(try MemberApprovalEvent(from: decoder))
        default: self = .unrecognized(UnrecognizedEvent(kind: objectKind ?? eventName, body: Data()))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var keys = encoder.container(keyedBy: Keys.self)
        if case .unrecognized(let event) = self {
            try keys.encodeIfPresent(event.kind, forKey: .objectKind)
        } else {
            try keys.encodeIfPresent(kind.objectKind, forKey: .objectKind)
            try payload?.encode(to: encoder)
        }
    }
}
