/// What a project or group stores, in bytes.
///
/// <https://docs.gitlab.com/api/projects/#retrieve-a-project>
public struct StorageStatistics: Decodable, Hashable, Sendable {
    /// Of the default branch; of projects only.
    public let commitCount: Int?
    /// All of it.
    public let storageSize: Int?
    public let repositorySize: Int?
    public let wikiSize: Int?
    public let lfsObjectsSize: Int?
    public let jobArtifactsSize: Int?
    public let pipelineArtifactsSize: Int?
    public let packagesSize: Int?
    public let snippetsSize: Int?
    public let uploadsSize: Int?
    /// Of projects only; missing in old versions.
    public let containerRegistrySize: Int?

    private enum CodingKeys: String, CodingKey {
        case commitCount = "commit_count"
        case storageSize = "storage_size"
        case repositorySize = "repository_size"
        case wikiSize = "wiki_size"
        case lfsObjectsSize = "lfs_objects_size"
        case jobArtifactsSize = "job_artifacts_size"
        case pipelineArtifactsSize = "pipeline_artifacts_size"
        case packagesSize = "packages_size"
        case snippetsSize = "snippets_size"
        case uploadsSize = "uploads_size"
        case containerRegistrySize = "container_registry_size"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        commitCount = fields.integer(.commitCount)
        storageSize = fields.integer(.storageSize)
        repositorySize = fields.integer(.repositorySize)
        wikiSize = fields.integer(.wikiSize)
        lfsObjectsSize = fields.integer(.lfsObjectsSize)
        jobArtifactsSize = fields.integer(.jobArtifactsSize)
        pipelineArtifactsSize = fields.integer(.pipelineArtifactsSize)
        packagesSize = fields.integer(.packagesSize)
        snippetsSize = fields.integer(.snippetsSize)
        uploadsSize = fields.integer(.uploadsSize)
        containerRegistrySize = fields.integer(.containerRegistrySize)
    }
}
