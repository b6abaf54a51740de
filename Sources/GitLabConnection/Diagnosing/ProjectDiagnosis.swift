public import Foundation
public import GitLabVocabulary

/// What was found to be wrong with one project. Holds no secret.
public struct ProjectDiagnosis: Codable, Hashable, Sendable {
    /// The stored form; greater numbers are of later versions.
    public static let currentFormat = 1

    public var format: Int
    public var diagnosedAt: Date
    /// `.unreachable` when the project cannot be read at all.
    public var state: ConnectionState
    /// The path or id that was asked for; of a pasted address only the path.
    public var asked: String
    /// `nil` if the project was not found.
    public var id: ProjectID?
    public var path: String?
    public var role: AccessLevel?
    /// The worst first.
    public var findings: [Finding]

    init(
        diagnosedAt: Date, asked: String, id: ProjectID? = nil, path: String? = nil, role: AccessLevel? = nil,
        findings: [Finding]
    ) {
        format = Self.currentFormat
        self.diagnosedAt = diagnosedAt
        state = ConnectionState(findings)
        self.asked = asked
        self.id = id
        self.path = path
        self.role = role
        self.findings = findings.sorted { $0.severity > $1.severity }
    }

    private enum CodingKeys: String, CodingKey {
        case format, state, asked, id, path, role, findings
        case diagnosedAt = "diagnosed_at"
    }

    /// The worst finding; `nil` when nothing is wrong.
    public var headline: Finding? { findings.headline }
}
