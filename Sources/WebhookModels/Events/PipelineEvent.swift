public import Foundation
public import GitLabVocabulary

/// A pipeline's status changed. What its variables are called and hold is not kept.
///
/// <https://docs.gitlab.com/user/project/integrations/webhook_events/#pipeline-events>
public struct PipelineEvent: Codable, Hashable, Sendable {
    /// `object_attributes`.
    public let pipeline: WebhookPipeline
    /// The merge request it runs for; `nil` for a branch or tag.
    public let mergeRequest: MergeRequestReference?
    /// Who started it.
    public let user: WebhookUser?
    public let project: WebhookProject
    /// The commit it runs on.
    public internal(set) var commit: WebhookCommit?
    /// Its jobs, each by its newest try.
    public let builds: [WebhookBuild]?
    /// What started it; downstream pipelines only.
    public let source: WebhookSourcePipeline?

    /// The merge request a pipeline runs for.
    public struct MergeRequestReference: Codable, Hashable, Sendable {
        public let id: MergeRequestID
        public let iid: MergeRequestIID
    }

    private enum CodingKeys: String, CodingKey {
        case pipeline = "object_attributes"
        case mergeRequest = "merge_request"
        case user
        case project
        case commit
        case builds
        case source = "source_pipeline"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        pipeline = try fields.required(.pipeline)
        mergeRequest = fields.lenient(.mergeRequest)
        user = fields.lenient(.user)
        project = try fields.required(.project)
        commit = fields.lenient(.commit)
        builds = fields.list(.builds)
        source = fields.lenient(.source)
    }

    /// The pipeline's end, else its creation.
    public var happenedAt: Date? { pipeline.finishedAt ?? pipeline.createdAt }
}

extension PipelineEvent: EventPayload {
    var projectID: ProjectID? { project.id }
    var projectPath: String? { project.path }
    var subject: String? { "pipeline/\(pipeline.id)" }
    var actor: WebhookUser? { user }
    mutating func dropTexts() { commit?.dropTexts() }
}
