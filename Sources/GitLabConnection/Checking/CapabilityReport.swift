public import GitLabVocabulary

/// Whether a connection can do one of the things it may be wanted for.
public struct CapabilityReport: Codable, Hashable, Sendable {
    public var capability: Capability
    /// Those of the needed scopes the token has.
    public var scopesGranted: [TokenScope]
    /// The smallest scope that would do, if none is granted; empty too where GitLab does not tell the token's scopes.
    public var scopesMissing: [TokenScope]
    /// The least role it takes.
    public var roleNeeded: AccessLevel
    /// The role of the token's user in the project looked at; `nil` where none was.
    public var role: AccessLevel?
    /// Whether scopes and role suffice; `nil` where one of them is not known. Where GitLab does not tell scopes, reading is
    /// judged by what could be read.
    public var isGranted: Bool?

    /// - Parameters:
    ///   - scopes: the token's; `nil` if not known.
    ///   - role: in the project looked at.
    public init(_ capability: Capability, scopes: [TokenScope]?, role: AccessLevel?) {
        self.capability = capability
        scopesGranted = capability.scopes.filter { scopes?.contains($0) ?? false }
        scopesMissing = scopes == nil || !scopesGranted.isEmpty ? [] : Array(capability.scopes.prefix(1))
        roleNeeded = capability.role
        self.role = role
        if !scopesMissing.isEmpty {
            isGranted = false
        } else if let role, role < capability.role {
            isGranted = false
        } else {
            isGranted = scopes == nil || role == nil ? nil : true
        }
    }

    private static let reads: Set<Probe> = [
        .projects, .project, .mergeRequests, .pipelines, .deployments, .graphQL,
    ]

    /// Where GitLab does not tell what the token may do, reading it has shown. What would write stays unknown.
    func judged(byTrying probes: [ProbeResult]) -> Self {
        guard capability == .readAnalytics, isGranted == nil else { return self }
        let tried = probes.filter { Self.reads.contains($0.probe) }
        var judged = self
        if tried.flatMap(\.findings).contains(where: { $0.code.isLackOfRights }) {
            judged.isGranted = false
        } else if tried.allSatisfy({ $0.outcome == .passed || $0.outcome == .warned }) {
            judged.isGranted = true
        }
        return judged
    }

    private enum CodingKeys: String, CodingKey {
        case capability, role
        case scopesGranted = "scopes_granted"
        case scopesMissing = "scopes_missing"
        case roleNeeded = "role_needed"
        case isGranted = "granted"
    }
}

extension Finding.Code {
    /// Whether it is the token that may not, not the network or the project that cannot.
    fileprivate var isLackOfRights: Bool { self == .permissionMissing || self == .insufficientScope }
}
