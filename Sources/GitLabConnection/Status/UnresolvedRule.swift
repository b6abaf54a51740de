/// A rule of a selection that names no project, and what GitLab said: it is not there, or hidden from the token.
public struct UnresolvedRule: Codable, Hashable, Sendable {
    public var rule: ProjectRule
    public var fault: StatusFault

    public init(rule: ProjectRule, fault: StatusFault) {
        self.rule = rule
        self.fault = fault
    }
}
