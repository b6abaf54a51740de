import GitLabAPI
import MetricsCore
import MetricsIngestion

extension MetricsReportCommand {
    /// One line that says what is wrong and what to do.
    static func line(_ error: GitLabError?, else description: String) -> String {
        guard let error else { return description }
        return Self.line(error)
    }

    static func line(_ error: GitLabError) -> String {
        [error.description, error.remedy].compactMap { $0 }.joined(separator: ". ")
    }

    static func line(_ outcome: ProjectOutcome) -> String {
        switch outcome {
        case .completed: "read"
        case .partially(let errors):
            "read in part: "
                + errors.sorted { $0.key < $1.key }.map { "\($0.key.rawValue): \(line($0.value))" }.joined(
                    separator: "; ")
        case .unreachable:
            "not found, or hidden from this token; check the path, and that the token's user is a member"
        case .forbidden: "the token may not read it; its user needs at least the role Reporter"
        case .failed(let error): line(error)
        case .cancelled: "interrupted"
        }
    }
}

extension ProjectOutcome {
    /// Whether anything of the project was read.
    var isReadable: Bool {
        switch self {
        case .completed, .partially: true
        case .unreachable, .forbidden, .failed, .cancelled: false
        }
    }
}
