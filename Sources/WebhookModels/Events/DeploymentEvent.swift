public import Foundation
public import GitLabVocabulary

/// A deployment's status changed. Which commit is told in part only.
///
/// <https://docs.gitlab.com/user/project/integrations/webhook_events/#deployment-events>
public struct DeploymentEvent: Codable, Hashable, Sendable {
    public let status: DeploymentStatus
    /// When it took this status; missing in old versions.
    public let statusChangedAt: Date?
    public let id: DeploymentID
    /// The job that deployed; `nil` if none did.
    public let jobID: JobID?
    /// The environment's name.
    public let environment: String
    /// Missing in old versions.
    public let tier: EnvironmentTier?
    /// The environment's name as it stands in addresses; missing in old versions.
    public let slug: String?
    /// Missing in most versions.
    public let ref: String?
    public let project: WebhookProject
    /// The first eight digits.
    public let shortSHA: String?
    /// Who deployed.
    public let user: WebhookUser?
    /// The commit's page; the full SHA is its end.
    public let commitURL: URL?
    /// First line of the commit's message.
    public let commitTitle: String?

    /// The full SHA, taken from the address of the commit; `nil` if that does not end in one.
    public var sha: String? {
        guard let last = commitURL?.lastPathComponent, (40...64).contains(last.utf8.count),
            last.allSatisfy(\.isHexDigit), shortSHA.map(last.hasPrefix) ?? true
        else { return nil }
        return last
    }

    private enum CodingKeys: String, CodingKey {
        case status
        case statusChangedAt = "status_changed_at"
        case id = "deployment_id"
        case jobID = "deployable_id"
        case environment
        case tier = "environment_tier"
        case slug = "environment_slug"
        case ref
        case project
        case shortSHA = "short_sha"
        case user
        case commitURL = "commit_url"
        case commitTitle = "commit_title"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        status = try fields.required(.status)
        statusChangedAt = fields.lenient(.statusChangedAt)
        id = try fields.required(.id)
        jobID = fields.lenient(.jobID)
        environment = try fields.required(.environment)
        tier = fields.lenient(.tier)
        slug = fields.text(.slug)
        ref = fields.text(.ref)
        project = try fields.required(.project)
        shortSHA = fields.text(.shortSHA)
        user = fields.lenient(.user)
        commitURL = fields.lenient(.commitURL)
        commitTitle = fields.text(.commitTitle)
    }

    /// `statusChangedAt`.
    public var happenedAt: Date? { statusChangedAt }
}

extension DeploymentEvent: EventPayload {
    var projectID: ProjectID? { project.id }
    var projectPath: String? { project.path }
    var subject: String? { "deployment/\(id)" }
    var actor: WebhookUser? { user }
}
