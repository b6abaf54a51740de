package import GitLabAPI
import MetricsCore
package import MetricsIngestion

extension GitLabError {
    /// One line that says what is wrong and what to do.
    package var sentence: String { [description, remedy].compactMap(\.self).joined(separator: ". ") }
}

extension IngestionError {
    /// One line that says what is wrong and what to do.
    package var sentence: String { gitLab?.sentence ?? description }
}

extension ProjectOutcome {
    /// One line that says how reading a project went, and what to do.
    package var sentence: String {
        switch self {
        case .completed: "read"
        case .partially(let errors):
            "read in part: "
                + errors.sorted { $0.key < $1.key }.map { "\($0.key.rawValue): \($0.value.sentence)" }
                .joined(separator: "; ")
        case .unreachable:
            "not found, or hidden from this token; check the path, and that the token's user is a member"
        case .forbidden: "the token may not read it; its user needs at least the role Reporter"
        case .failed(let error): error.sentence
        case .cancelled: "interrupted"
        }
    }

    /// Whether anything of the project was read.
    package var isReadable: Bool {
        switch self {
        case .completed, .partially: true
        case .unreachable, .forbidden, .failed, .cancelled: false
        }
    }
}
