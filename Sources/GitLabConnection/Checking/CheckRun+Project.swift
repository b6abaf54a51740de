import Foundation
import GitLabAPI
import GitLabVocabulary

extension CheckRun {
    /// Looks at one project for all that need one.
    mutating func look(at reference: ProjectReference, _ examination: Examination) async {
        let (project, refusals) = await examination.find(reference)
        guard let project else {
            record(.project, note: reference.name(on: examination.client.instance), refusals.map(softened))
            return
        }
        let role = examination.role(in: project)
        report.project = project.pathWithNamespace
        report.role = role
        let access = await (refusals + examination.access(to: project)).map(softened)
        record(.project, note: "\(project.pathWithNamespace), role \(role.name)", access)
        let parts: [(Probe, ProjectPart)] = [
            (.mergeRequests, .mergeRequests), (.pipelines, .pipelines), (.deployments, .deployments),
        ]
        for (probe, part) in parts where !isOver {
            record(probe, await examination.examine(part, of: project).map(softened))
        }
        judge(.commentOnMergeRequests, as: .comments, role)
        judge(.manageHooks, as: .hooks, role)
        if !isOver { await examineHooks(of: project, role, examination.client) }
    }

    func examination(_ client: WatchedClient) -> Examination {
        Examination(
            client: client, username: report.username, kind: report.tokenKind,
            isAdministrator: report.isAdministrator ?? false, now: now, warningDays: options.warningDays)
    }

    /// What is wrong with one project leaves a connection alive that has others.
    private func softened(_ finding: Finding) -> Finding {
        guard let projects = report.projects, projects.count > 0 else { return finding }
        var finding = finding
        finding.severity = min(finding.severity, finding.code == .featureOff ? .warning : .error)
        return finding
    }

    /// From scopes and role: nothing is written to find out.
    private mutating func judge(
        _ capability: Capability, as probe: Probe, _ role: AccessLevel
    ) {
        let standing = CapabilityReport(capability, scopes: report.scopes, role: role)
        guard standing.scopesMissing.isEmpty else {
            // If it is wanted, `scopes` has reported it.
            return skip(probe, because: "needs the scope \(capability.scopes[0])")
        }
        guard role < capability.role else {
            guard report.scopes != nil else {
                return skip(
                    probe, because: "GitLab does not tell whether the token may, and nothing is tried")
            }
            return record(probe, [])
        }
        let isWanted = options.wanted.contains(capability)
        record(
            probe,
            [
                Finding(
                    .roleTooLow, isWanted ? .error : .note,
                    "The role \(role.name) does not suffice to \(capability.phrase).",
                    remedy: "Give the token's user the role \(capability.role.name).")
            ])
    }
}

extension AccessLevel {
    /// As GitLab's pages have it.
    var name: String {
        switch self {
        case .none: "none"
        case .minimal: "Minimal Access"
        case .guest: "Guest"
        case .planner: "Planner"
        case .reporter: "Reporter"
        case .securityManager: "Security Manager"
        case .developer: "Developer"
        case .maintainer: "Maintainer"
        case .owner: "Owner"
        default: "\(rawValue)"
        }
    }
}
