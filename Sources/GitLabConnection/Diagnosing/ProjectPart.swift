import GitLabAPI
import GitLabVocabulary

/// A part of a project that can be switched off, and is read for metrics.
enum ProjectPart: CaseIterable, Sendable {
    case mergeRequests
    case issues
    case repository
    case pipelines
    case deployments

    /// Below `projects/:id`.
    var path: String {
        switch self {
        case .mergeRequests: "merge_requests"
        case .issues: "issues"
        case .repository: "repository/branches"
        case .pipelines: "pipelines"
        case .deployments: "deployments"
        }
    }

    var name: String {
        switch self {
        case .mergeRequests: "merge requests"
        case .issues: "issues"
        case .repository: "the repository"
        case .pipelines: "CI/CD"
        case .deployments: "deployments"
        }
    }

    /// Whether the project's own settings say that it is off.
    func isOff(in project: Project) -> Bool {
        switch self {
        case .mergeRequests:
            project.mergeRequestsEnabled == false || project.mergeRequestsAccess == .disabled
        case .issues: project.issuesEnabled == false || project.issuesAccess == .disabled
        case .repository: project.repositoryAccess == .disabled
        case .pipelines: project.jobsEnabled == false || project.buildsAccess == .disabled
        case .deployments: project.environmentsAccess == .disabled
        }
    }
}
