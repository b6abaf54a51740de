public import GitLabVocabulary

/// The pipeline that started a downstream one.
///
/// <https://docs.gitlab.com/ci/pipelines/downstream_pipelines/>
public struct WebhookSourcePipeline: Codable, Hashable, Sendable {
    public let project: WebhookProject?
    public let pipelineID: PipelineID
    /// The job that triggered it.
    public let jobID: JobID?

    private enum CodingKeys: String, CodingKey {
        case project
        case pipelineID = "pipeline_id"
        case jobID = "job_id"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        project = fields.lenient(.project)
        pipelineID = try fields.required(.pipelineID)
        jobID = fields.lenient(.jobID)
    }
}
