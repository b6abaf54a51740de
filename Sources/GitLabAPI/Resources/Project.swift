public import Foundation
public import GitLabVocabulary

/// A project, as lists show it and, fetched alone, with its settings. Guests see less.
///
/// <https://docs.gitlab.com/api/projects/>
public struct Project: Decodable, Hashable, Sendable {
    public let id: ProjectID
    /// `nil` or empty if there is none.
    public let description: String?
    public let name: String
    /// `My Group / My Project`
    public let nameWithNamespace: String?
    /// Last part of `pathWithNamespace`.
    public let path: String
    /// `my-group/my-project`; changes when the project moves.
    public let pathWithNamespace: String
    /// Missing for guests of some versions.
    public let createdAt: Date?
    /// `nil` while the repository is empty, or hidden.
    public let defaultBranch: String?
    public let topics: [String]
    /// The page a person sees; missing if GitLab hides it.
    public let webURL: URL?
    /// Missing if GitLab hides it.
    public let forksCount: Int?
    /// Missing if GitLab hides it.
    public let starCount: Int?
    /// Refreshed at most once an hour.
    public let lastActivityAt: Date?
    /// Missing in simple lists of old versions.
    public let visibility: Visibility?
    /// The group or user it lies in; missing if GitLab hides it.
    public let namespace: Namespace?
    /// Midnight UTC of the day; `nil` unless it will be deleted.
    public let markedForDeletionOn: Date?
    /// Missing in simple lists.
    public let isRepositoryEmpty: Bool?
    /// Missing in simple lists.
    public let isArchived: Bool?
    /// Missing in simple lists.
    public let issuesEnabled: Bool?
    /// Missing in simple lists.
    public let mergeRequestsEnabled: Bool?
    /// Whether pipelines run. Missing in simple lists.
    public let jobsEnabled: Bool?
    /// Missing in simple lists.
    public let issuesAccess: FeatureAccess?
    /// Missing in simple lists.
    public let repositoryAccess: FeatureAccess?
    /// Missing in simple lists.
    public let mergeRequestsAccess: FeatureAccess?
    /// Missing in simple lists.
    public let buildsAccess: FeatureAccess?
    /// Missing in simple lists.
    public let environmentsAccess: FeatureAccess?
    /// Missing in simple lists.
    public let releasesAccess: FeatureAccess?
    /// Missing in simple lists.
    public let creatorID: UserID?
    /// Missing in simple lists and where issues are off.
    public let openIssuesCount: Int?
    /// Missing in simple lists.
    public let updatedAt: Date?
    /// Missing in simple lists.
    public let mergeMethod: MergeMethod?
    /// Missing in simple lists.
    public let squashOption: SquashOption?
    /// The project it was forked from, if that is visible.
    public let forkedFrom: ProjectID?
    /// Of the one who asks; missing in simple lists and for administrators who are no members.
    public let permissions: Permissions?
    /// Where Git clones from by SSH; missing if GitLab hides it.
    public let sshURL: String?
    /// Where Git clones from by HTTPS; missing if GitLab hides it.
    public let httpURL: URL?
    /// Missing in simple lists.
    public let wikiEnabled: Bool?
    /// Missing in simple lists.
    public let snippetsEnabled: Bool?
    /// Missing in simple lists.
    public let packagesEnabled: Bool?
    /// Missing in simple lists.
    public let sharedRunnersEnabled: Bool?
    /// Missing in simple lists.
    public let lfsEnabled: Bool?
    /// Missing in simple lists.
    public let autoDevOpsEnabled: Bool?
    /// Missing in simple lists.
    public let emailsEnabled: Bool?
    /// Whether everybody who sees the project sees its jobs. Missing in simple lists.
    public let hasPublicJobs: Bool?
    /// Whether users may ask to become members. Missing in simple lists.
    public let isAccessRequestable: Bool?
    /// Whether it is pulled from elsewhere; Premium and Ultimate only.
    public let isMirror: Bool?
    /// `none`, `scheduled`, `started`, `finished` or `failed`. Missing in simple lists.
    public let importStatus: String?
    /// Their fields are missing in simple lists.
    public let mergeRules: MergeRules
    /// Their fields are missing in simple lists.
    public let pipelineRules: PipelineRules
    /// Their fields are missing in simple lists.
    public let features: Features
    /// Premium and Ultimate only.
    public let complianceFrameworks: [String]
    /// Missing in simple lists.
    public let isServiceDeskEnabled: Bool?
    /// Where it was imported from, `github` …; `nil` if it was not. Missing in simple lists.
    public let importType: String?
    /// Groups it is shared with; none in simple lists.
    public let shares: [Share]
    /// Only if asked for, and only for members.
    public let statistics: StorageStatistics?

    private enum CodingKeys: String, CodingKey {
        case id
        case description
        case name
        case nameWithNamespace = "name_with_namespace"
        case path
        case pathWithNamespace = "path_with_namespace"
        case createdAt = "created_at"
        case defaultBranch = "default_branch"
        case topics
        case webURL = "web_url"
        case forksCount = "forks_count"
        case starCount = "star_count"
        case lastActivityAt = "last_activity_at"
        case visibility
        case namespace
        case markedForDeletionOn = "marked_for_deletion_on"
        case isRepositoryEmpty = "empty_repo"
        case isArchived = "archived"
        case issuesEnabled = "issues_enabled"
        case mergeRequestsEnabled = "merge_requests_enabled"
        case jobsEnabled = "jobs_enabled"
        case issuesAccess = "issues_access_level"
        case repositoryAccess = "repository_access_level"
        case mergeRequestsAccess = "merge_requests_access_level"
        case buildsAccess = "builds_access_level"
        case environmentsAccess = "environments_access_level"
        case releasesAccess = "releases_access_level"
        case creatorID = "creator_id"
        case openIssuesCount = "open_issues_count"
        case updatedAt = "updated_at"
        case mergeMethod = "merge_method"
        case squashOption = "squash_option"
        case forkedFrom = "forked_from_project"
        case permissions
        case sshURL = "ssh_url_to_repo"
        case httpURL = "http_url_to_repo"
        case wikiEnabled = "wiki_enabled"
        case snippetsEnabled = "snippets_enabled"
        case packagesEnabled = "packages_enabled"
        case sharedRunnersEnabled = "shared_runners_enabled"
        case lfsEnabled = "lfs_enabled"
        case autoDevOpsEnabled = "auto_devops_enabled"
        case emailsEnabled = "emails_enabled"
        case hasPublicJobs = "public_jobs"
        case isAccessRequestable = "request_access_enabled"
        case isMirror = "mirror"
        case importStatus = "import_status"
        case complianceFrameworks = "compliance_frameworks"
        case isServiceDeskEnabled = "service_desk_enabled"
        case importType = "import_type"
        case shares = "shared_with_groups"
        case statistics
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        id = try fields.required(.id)
        description = fields.lenient(.description)
        name = try fields.required(.name)
        nameWithNamespace = fields.lenient(.nameWithNamespace)
        path = try fields.required(.path)
        pathWithNamespace = try fields.required(.pathWithNamespace)
        createdAt = try fields.optional(.createdAt)
        defaultBranch = fields.lenient(.defaultBranch)
        topics = fields.list(.topics)
        webURL = fields.lenient(.webURL)
        forksCount = fields.integer(.forksCount)
        starCount = fields.integer(.starCount)
        lastActivityAt = try fields.optional(.lastActivityAt)
        visibility = fields.lenient(.visibility)
        namespace = fields.lenient(.namespace)
        markedForDeletionOn = fields.lenient(.markedForDeletionOn)
        isRepositoryEmpty = fields.optionalFlag(.isRepositoryEmpty)
        isArchived = fields.optionalFlag(.isArchived)
        issuesEnabled = fields.optionalFlag(.issuesEnabled)
        mergeRequestsEnabled = fields.optionalFlag(.mergeRequestsEnabled)
        jobsEnabled = fields.optionalFlag(.jobsEnabled)
        issuesAccess = fields.lenient(.issuesAccess)
        repositoryAccess = fields.lenient(.repositoryAccess)
        mergeRequestsAccess = fields.lenient(.mergeRequestsAccess)
        buildsAccess = fields.lenient(.buildsAccess)
        environmentsAccess = fields.lenient(.environmentsAccess)
        releasesAccess = fields.lenient(.releasesAccess)
        creatorID = fields.lenient(.creatorID)
        openIssuesCount = fields.integer(.openIssuesCount)
        updatedAt = try fields.optional(.updatedAt)
        mergeMethod = fields.lenient(.mergeMethod)
        squashOption = fields.lenient(.squashOption)
        forkedFrom = (fields.lenient(.forkedFrom) as ForkOrigin?)?.id
        permissions = fields.lenient(.permissions)
        sshURL = fields.lenient(.sshURL)
        httpURL = fields.lenient(.httpURL)
        wikiEnabled = fields.optionalFlag(.wikiEnabled)
        snippetsEnabled = fields.optionalFlag(.snippetsEnabled)
        packagesEnabled = fields.optionalFlag(.packagesEnabled)
        sharedRunnersEnabled = fields.optionalFlag(.sharedRunnersEnabled)
        lfsEnabled = fields.optionalFlag(.lfsEnabled)
        autoDevOpsEnabled = fields.optionalFlag(.autoDevOpsEnabled)
        emailsEnabled = fields.optionalFlag(.emailsEnabled)
        hasPublicJobs = fields.optionalFlag(.hasPublicJobs)
        isAccessRequestable = fields.optionalFlag(.isAccessRequestable)
        isMirror = fields.optionalFlag(.isMirror)
        importStatus = fields.lenient(.importStatus)
        mergeRules = try MergeRules(from: decoder)
        pipelineRules = try PipelineRules(from: decoder)
        features = try Features(from: decoder)
        complianceFrameworks = fields.list(.complianceFrameworks)
        isServiceDeskEnabled = fields.optionalFlag(.isServiceDeskEnabled)
        importType = fields.lenient(.importType)
        shares = fields.list(.shares)
        statistics = fields.lenient(.statistics)
    }
}

/// All that is read of the project a fork came from.
private struct ForkOrigin: Decodable {
    let id: ProjectID
}
