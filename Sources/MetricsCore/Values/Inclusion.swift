/// What counts in a metric and what is left out.
public struct Inclusion: Codable, Hashable, Sendable {
    public enum Treatment: String, Codable, Hashable, Sendable {
        case leftOut = "left_out"
        case included
    }

    public enum BackwardsTreatment: String, Codable, Hashable, Sendable {
        case leftOut = "left_out"
        /// Counted as 0 seconds, and marked.
        case zero
    }

    /// What of several production environments a merge request's lead time runs to.
    public enum EnvironmentTreatment: String, Codable, Hashable, Sendable {
        /// The first production environment it reached; counted once.
        case first
        /// Each production environment it reached; counted once for each.
        case each
    }

    /// What a change failure rate divides by deployments.
    public enum FailureTreatment: String, Codable, Hashable, Sendable {
        /// Deployments with at least one failure attributed to them.
        case attributed
        /// Incidents created in the period, whatever caused them.
        case incidents
    }

    /// Merge requests opened by bots. A review by a bot never counts as one.
    public var bots: Treatment
    /// Spans that end before they start.
    public var backwards: BackwardsTreatment
    /// What the first known deployment of an environment carries.
    public var firstDeployments: Treatment
    public var environments: EnvironmentTreatment
    public var failures: FailureTreatment

    public init(
        bots: Treatment = .leftOut, backwards: BackwardsTreatment = .leftOut,
        firstDeployments: Treatment = .leftOut, environments: EnvironmentTreatment = .first,
        failures: FailureTreatment = .attributed
    ) {
        self.bots = bots
        self.backwards = backwards
        self.firstDeployments = firstDeployments
        self.environments = environments
        self.failures = failures
    }

    public static let standard = Inclusion()

    /// As GitLab counts.
    public static let gitLab = Inclusion(
        bots: .included, backwards: .zero, firstDeployments: .included, environments: .each,
        failures: .incidents)
}

extension Inclusion: CustomStringConvertible {
    public var description: String {
        [
            bots == .leftOut ? "bots left out" : "bots included",
            backwards == .leftOut ? "backwards spans left out" : "backwards spans count as 0",
        ].joined(separator: ", ")
    }
}
