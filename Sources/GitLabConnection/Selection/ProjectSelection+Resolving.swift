public import GitLabAPI
import GitLabVocabulary

extension ProjectSelection {
    /// Asks GitLab which projects the rules name now: one request for a project, pages of 100 for a group; all patterns
    /// together one reading of the projects the token's user is a member of.
    ///
    /// - Throws: what is not about one rule alone, as a token that is not accepted.
    public func resolve(_ client: GitLabClient) async throws(GitLabError) -> ResolvedSelection {
        var found: [ProjectID: SelectedProject] = [:]
        var unresolved: [ProjectRule: GitLabError] = [:]
        var memberships: [Project]?
        for rule in included {
            do throws(GitLabError) {
                var projects: [Project]
                switch rule {
                case .project(let id): projects = [try await client.send(.project(.id(id)))]
                case .path(let path): projects = [try await client.send(.project(.path(path)))]
                case .group(let path):
                    projects = try await Self.all(
                        .projects(in: .path(path), includeSubgroups: true, withShared: false, simple: true),
                        client)
                case .pattern:
                    if memberships == nil {
                        memberships = try await Self.all(.projects(membership: true, simple: true), client)
                    }
                    projects = (memberships ?? []).filter { rule.matches($0.id, path: $0.pathWithNamespace) }
                }
                for project in projects where found[project.id] == nil {
                    let path = project.pathWithNamespace
                    found[project.id] = SelectedProject(
                        id: project.id, path: path, includedBy: rule,
                        excludedBy: excluded.first { $0.matches(project.id, path: path) })
                }
            } catch {
                guard error.code == .notFound || error.code == .forbidden else { throw error }
                unresolved[rule] = error
            }
        }
        return ResolvedSelection(
            projects: found.values.sorted { $0.id < $1.id }, unresolved: unresolved)
    }

    /// The visible projects whose name or path contains the text, for a picker.
    ///
    /// - Parameter limit: at most so many; 20 by default, 1 to 100.
    public static func search(
        _ text: String, limit: Int = 20, client: GitLabClient
    ) async throws(GitLabError) -> [Project] {
        let page = try await client.send(
            .projects(simple: true, search: text, perPage: min(max(1, limit), 100)))
        return page.elements
    }

    private static func all(
        _ request: Request<Page<Project>>, _ client: GitLabClient
    ) async throws(GitLabError) -> [Project] {
        var projects: [Project] = []
        for try await page in client.pages(request) { projects += page.elements }
        return projects
    }
}
