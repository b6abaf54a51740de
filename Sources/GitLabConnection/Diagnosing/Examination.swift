import Foundation
import GitLabAPI
import GitLabVocabulary

/// Looks at one project with a token that GitLab takes.
struct Examination: Sendable {
    /// What is asked of a row in a list that is only tried.
    private struct Row: Decodable, Sendable {}

    /// Longer than any path GitLab takes: 20 groups of 255 characters are the most.
    private static let longestPath = 5_400

    let client: WatchedClient
    let username: String?
    let kind: TokenKind?
    let isAdministrator: Bool
    let now: Date
    let warningDays: Int

    func role(in project: Project) -> AccessLevel {
        isAdministrator ? .owner : project.permissions?.highest ?? .none
    }

    /// The project, and what was odd about finding it; without it, why it was not found.
    func find(
        _ reference: ProjectReference, earlier: EarlierAccess = EarlierAccess()
    ) async -> (project: Project?, findings: [Finding]) {
        guard case .path(let text) = reference else { return await ask(for: reference, earlier) }
        let path = ProjectPath(text, on: client.instance).cleaned
        guard !path.isEmpty, path.utf8.count <= Self.longestPath else {
            return (nil, [Finding(.wrongPath, .fatal, "This is not the path of a project.")])
        }
        let (project, findings) = await ask(for: .path(path), earlier)
        guard path != text, let project else { return (project, findings) }
        let right = project.pathWithNamespace
        let mended = Finding(
            .wrongPath, .warning, "What was given is not the path itself, which is \(right).",
            remedy: "Write \(right), or use the project's id, \(project.id).", evidence: evidence(of: project)
        )
        return (project, [mended] + findings)
    }

    private func ask(
        for reference: ProjectReference, _ earlier: EarlierAccess
    ) async -> (project: Project?, findings: [Finding]) {
        do throws(GitLabError) {
            let project = try await client.send(.project(reference))
            return (project, spelling(reference, of: project))
        } catch {
            let evidence = client.evidence(error)
            if let id = client.redirectedProject {
                return await follow(to: id, from: reference, evidence)
            }
            switch error.code {
            case .notFound:
                if case .path = reference, let id = earlier.id {
                    let (project, findings) = await follow(to: id, from: reference, evidence)
                    if project != nil { return (project, findings) }
                }
                return (nil, [await missing(reference, earlier, evidence)])
            case .forbidden: return (nil, [refusal(error, evidence)])
            case .invalidURL:
                return (nil, [Finding(.wrongPath, .fatal, "This is not the path of a project.")])
            default: return (nil, [Finding(error, evidence: evidence)])
            }
        }
    }

    /// GitLab finds a path however its letters are written; what compares paths as texts does not.
    private func spelling(_ reference: ProjectReference, of project: Project) -> [Finding] {
        guard case .path(let path) = reference, path != project.pathWithNamespace else { return [] }
        let right = project.pathWithNamespace
        return [
            Finding(
                .wrongPathCase, .warning, "The project's path is written \(right).",
                remedy: "Write \(right), or use the project's id, \(project.id).", evidence: client.evidence()
            )
        ]
    }

    private func follow(
        to id: ProjectID, from reference: ProjectReference, _ evidence: Finding.Evidence
    ) async -> (project: Project?, findings: [Finding]) {
        do throws(GitLabError) {
            let project = try await client.send(.project(.id(id)))
            let path = project.pathWithNamespace
            if path.lowercased() == reference.description.lowercased() {
                return (project, spelling(reference, of: project))
            }
            let moved = Finding(
                .moved, .warning, "The project has moved to \(path).",
                remedy: "Use \(path), or the project's id, \(id), which stays.", evidence: evidence)
            return (project, [moved])
        } catch {
            return (nil, [Finding(error, evidence: client.evidence(error))])
        }
    }

    /// A bare 403 for a whole project is a rule of its group's. Bots need no sign-on, and administrators no address.
    private func refusal(_ error: GitLabError, _ evidence: Finding.Evidence) -> Finding {
        var finding = client.finding(error, evidence)
        finding.severity = .fatal
        guard finding.code == .forbidden else { return finding }
        let address = "The group lets in only addresses on its list, and this machine's is not on it."
        let signOn = "The group lets in only who has signed in through its provider."
        if kind?.isBot == true { return Finding(.ipRestricted, .fatal, address, evidence: evidence) }
        if isAdministrator { return Finding(.ssoRequired, .fatal, signOn, evidence: evidence) }
        return Finding(
            .accessRestricted, .fatal,
            "The token's user may not enter the project's group from here, and GitLab does not say by which rule.",
            evidence: evidence,
            causes: [
                Finding.Cause(
                    .ssoRequired, signOn,
                    test: "A group access token, which needs no sign-on, gets in."),
                Finding.Cause(
                    .ipRestricted, address,
                    test: "The same command gets in from a machine within the company's network."),
            ])
    }

    /// Tries to list a part of the project.
    func examine(_ part: ProjectPart, of project: Project) async -> [Finding] {
        if part.isOff(in: project) {
            let severity: Finding.Severity =
                part == .mergeRequests || part == .repository ? .error : .warning
            return [
                Finding(
                    .featureOff, severity,
                    "In this project \(part.name) \(part.isMany ? "are" : "is") switched off.",
                    evidence: evidence(of: project))
            ]
        }
        do throws(GitLabError) {
            let request = Request<Page<Row>>(
                path: "projects/\(project.id)/\(part.path)", query: ["per_page": 1])
            _ = try await client.send(request)
            return []
        } catch {
            let role = role(in: project)
            guard error.code == .forbidden, role < .reporter else { return [client.finding(error)] }
            return [
                Finding(
                    .roleTooLow, .error, "The role \(role.name) does not suffice to read \(part.name).",
                    remedy: "Give the token's user the role Reporter.", evidence: client.evidence(error))
            ]
        }
    }
}

extension ProjectPart {
    fileprivate var isMany: Bool { self != .repository && self != .pipelines }
}
