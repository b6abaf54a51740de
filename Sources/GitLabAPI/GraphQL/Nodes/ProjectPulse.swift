public import GitLabVocabulary

/// How much has changed in a project, in numbers: what need not be asked for shows at once.
public struct ProjectPulse: Decodable, Hashable, Sendable {
    public let id: ProjectID
    public let fullPath: String
    /// Merge requests changed since; `nil` where the project has them switched off.
    public let mergeRequests: Int?
    public let issues: Int?
    public let pipelines: Int?
    /// The newest commit of the default branch; `nil` while there is none.
    public let head: String?

    private enum CodingKeys: String, CodingKey {
        case id, fullPath, mergeRequests, issues, pipelines, repository
    }

    private struct Counted: Decodable {
        let count: Int?
    }

    private struct Repository: Decodable {
        struct Tree: Decodable {
            struct Commit: Decodable { let sha: String }
            let lastCommit: Commit?
        }
        let tree: Tree?
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        let global: GlobalID<ProjectID> = try fields.required(.id)
        id = global.id
        fullPath = try fields.required(.fullPath)
        let mergeRequests: Counted? = try fields.optional(.mergeRequests)
        self.mergeRequests = mergeRequests?.count
        let issues: Counted? = try fields.optional(.issues)
        self.issues = issues?.count
        let pipelines: Counted? = try fields.optional(.pipelines)
        self.pipelines = pipelines?.count
        let repository: Repository? = fields.lenient(.repository)
        head = repository?.tree?.lastCommit?.sha
    }
}

/// Several projects' pulses.
public struct ProjectPulses: Decodable, Sendable {
    public var projects: GraphQLConnection<ProjectPulse>?
}
