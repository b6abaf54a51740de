public import GitLabAPI

/// Finds out why one project cannot be read, or not all of it. Reads only.
///
/// ```swift
/// let diagnosis = await Diagnosis(check).run("acme/biling")
/// ```
public struct Diagnosis: Sendable {
    private let check: ConnectionCheck

    /// - Parameter check: of the connection to use.
    public init(_ check: ConnectionCheck) { self.check = check }

    /// - Parameters:
    ///   - project: as the host has it stored, or as somebody typed it.
    ///   - earlier: what is known of it from before; tells apart what GitLab answers alike.
    public func run(
        _ project: ProjectReference, earlier: EarlierAccess = EarlierAccess()
    ) async -> ProjectDiagnosis {
        let address = AddressReading(check.url, allowsInsecureHTTP: check.options.allowsInsecureHTTP)
        var run = CheckRun(check, address)
        guard let instance = address.instance else {
            return diagnosis(of: project, nil, run.finished().findings)
        }
        let client = WatchedClient(
            instance: instance, credentials: check.credentials, over: check.transport,
            timeout: check.options.timeout, time: check.time)
        guard let examination = await run.admitted(client) else {
            return diagnosis(of: project, instance, run.finished().findings)
        }
        let (found, refusals) = await examination.find(project, earlier: earlier)
        guard let found else { return diagnosis(of: project, instance, refusals) }
        var findings = refusals + (await examination.access(to: found))
        for part in ProjectPart.allCases {
            // One word about the role is enough.
            findings += await examination.examine(part, of: found).filter { finding in
                finding.code != .roleTooLow || !findings.contains { $0.code == .roleTooLow }
            }
        }
        return ProjectDiagnosis(
            diagnosedAt: check.time.now, asked: project.name(on: instance), id: found.id,
            path: found.pathWithNamespace, role: examination.role(in: found), findings: findings)
    }

    private func diagnosis(
        of project: ProjectReference, _ instance: InstanceURL?, _ findings: [Finding]
    ) -> ProjectDiagnosis {
        ProjectDiagnosis(
            diagnosedAt: check.time.now, asked: project.name(on: instance), findings: findings)
    }
}

extension CheckRun {
    /// What looks at projects, once GitLab has taken the token; `nil` if it does not.
    mutating func admitted(_ client: WatchedClient) async -> Examination? {
        var client = client
        guard acceptToken(), await meetInstance(client), await identifyToken(&client) else { return nil }
        await identifyUser(client)
        return judgeScopes(client) ? examination(client) : nil
    }
}
