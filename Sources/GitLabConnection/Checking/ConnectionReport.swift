public import Foundation
public import GitLabVocabulary

/// What a check found: who it is, what it may do, and what is missing. Holds no secret.
public struct ConnectionReport: Codable, Hashable, Sendable {
    /// The stored form; greater numbers are of later versions.
    public static let currentFormat = 1

    /// How many projects the token's user is a member of.
    public struct ProjectCount: Codable, Hashable, Sendable {
        public var count: Int
        /// Above 10,000 GitLab does not count: there are at least so many.
        public var isExact: Bool

        public init(_ count: Int, isExact: Bool = true) {
            self.count = count
            self.isExact = isExact
        }

        private enum CodingKeys: String, CodingKey {
            case count
            case isExact = "exact"
        }
    }

    public var format: Int
    public var checkedAt: Date
    /// `.connected`, `.degraded` when something that was wanted does not work, `.unreachable` when nothing does.
    public var state: ConnectionState
    /// `invalid_credentials`, `invalid_permissions` or `no_resources` where one of them sums it up, else the code of
    /// the headline; `nil` when nothing is wrong.
    public var verdict: Finding.Code?
    /// The address as it is used, cleaned; `nil` if it is none.
    public var instance: String?
    /// `18.11.1-ee`; `nil` where the token may not see it.
    public var version: String?
    /// `nil` in old versions.
    public var isEnterprise: Bool?
    public var tokenKind: TokenKind?
    public var tokenName: String?
    /// Whether the token has permissions for single resources in the place of scopes; `nil` where GitLab does not tell.
    public var isFineGrained: Bool?
    /// `nil` where GitLab does not tell, as for a fine-grained token.
    public var scopes: [TokenScope]?
    /// Midnight UTC at which the token ends, or the moment for OAuth; `nil` for never, or not told.
    public var tokenExpiresAt: Date?
    public var username: String?
    public var isAdministrator: Bool?
    public var groups: Int?
    public var projects: ProjectCount?
    /// The path of the project that was looked at closely.
    public var project: String?
    /// The user's role in it.
    public var role: AccessLevel?
    public var capabilities: [CapabilityReport]
    /// In the order asked, one for each of `Probe.all`.
    public var probes: [ProbeResult]

    init(checkedAt: Date) {
        format = Self.currentFormat
        self.checkedAt = checkedAt
        state = .unreachable
        capabilities = []
        probes = []
    }

    /// Sums up, when all is asked.
    mutating func conclude(_ probes: [ProbeResult]) {
        self.probes = probes
        capabilities = Capability.all.map { capability in
            let standing = CapabilityReport(capability, scopes: scopes, role: role)
            return scopes == nil ? standing.judged(byTrying: probes) : standing
        }
        state = ConnectionState(findings)
        verdict = headline?.code.verdict
    }

    private enum CodingKeys: String, CodingKey {
        case format, state, verdict, instance, version, scopes, username, groups, projects, project, role,
            capabilities,
            probes
        case checkedAt = "checked_at"
        case isEnterprise = "enterprise"
        case tokenKind = "token_kind"
        case tokenName = "token_name"
        case isFineGrained = "fine_grained"
        case tokenExpiresAt = "token_expires_at"
        case isAdministrator = "administrator"
    }
}

extension ConnectionReport {
    /// All findings, in the order of the probes.
    public var findings: [Finding] { probes.flatMap(\.findings) }

    public var warnings: [Finding] { findings.filter { $0.severity == .warning } }

    /// The worst finding, and of equals the most telling; `nil` when nothing is wrong.
    public var headline: Finding? { findings.headline }

    public subscript(probe: Probe) -> ProbeResult? { probes.first { $0.probe == probe } }
    public subscript(capability: Capability) -> CapabilityReport? {
        capabilities.first { $0.capability == capability }
    }
}
