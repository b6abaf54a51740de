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
    /// Whether scopes and role suffice; `nil` where one of them is not known.
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

    private enum CodingKeys: String, CodingKey {
        case capability, role
        case scopesGranted = "scopes_granted"
        case scopesMissing = "scopes_missing"
        case roleNeeded = "role_needed"
        case isGranted = "granted"
    }
}
