/// Where one project holds several products, which merge requests an environment takes: those with one of these labels.
///
/// GitLab tells of a merge request which project it is in, not which product, and files are never read.
public struct EnvironmentScope: Codable, Hashable, Sendable {
    /// An environment's name, or a pattern with `*` for any text, as GitLab writes scopes of variables. Case does not
    /// matter.
    public var environments: String
    public var labels: Set<String>

    public init(_ environments: String, labels: Set<String>) {
        self.environments = environments
        self.labels = labels
    }
}

extension [EnvironmentScope] {
    /// The labels that let a merge request into the environment, of all scopes that name it; `nil` where none does, and
    /// every merge request counts.
    func labels(of environment: String) -> Set<String>? {
        let scopes = filter { NamePattern($0.environments).matches(environment) }
        return scopes.isEmpty ? nil : scopes.reduce(into: []) { $0.formUnion($1.labels) }
    }
}
