/// A job that starts another pipeline: a child in the same project, or one elsewhere.
///
/// <https://docs.gitlab.com/api/jobs/#list-all-trigger-jobs-for-a-pipeline>
public struct Bridge: Decodable, Hashable, Sendable {
    /// Name, stage, status and times, as of any job; runners have no part in it.
    public let job: Job
    /// What it started; `nil` until then, and when the token may not see it.
    public let downstreamPipeline: Pipeline?

    private enum CodingKeys: String, CodingKey {
        case downstreamPipeline = "downstream_pipeline"
    }

    public init(from decoder: any Decoder) throws {
        job = try Job(from: decoder)
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        downstreamPipeline = fields.lenient(.downstreamPipeline)
    }
}
