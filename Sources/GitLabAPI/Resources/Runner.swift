public import GitLabVocabulary

/// A machine that runs jobs, as a job shows the one that ran it. Its address is not read.
///
/// <https://docs.gitlab.com/api/runners/>
public struct Runner: Decodable, Hashable, Sendable {
    /// Whom a runner serves. An open set: values this version does not know decode too.
    public struct Kind: OpenEnum {
        public let rawValue: String
        public init(rawValue: String) { self.rawValue = rawValue }

        public static let instance = Self(rawValue: "instance_type")
        public static let group = Self(rawValue: "group_type")
        public static let project = Self(rawValue: "project_type")
    }

    public let id: RunnerID
    /// What its owner calls it; `nil` if nothing.
    public let description: String?
    /// Missing in old versions.
    public let kind: Kind?
    /// Whether it serves the whole instance; missing in old versions.
    public let isShared: Bool?

    private enum CodingKeys: String, CodingKey {
        case id
        case description
        case isShared = "is_shared"
        case kind = "runner_type"
    }

    public init(from decoder: any Decoder) throws {
        let fields = try decoder.container(keyedBy: CodingKeys.self)
        id = try fields.required(.id)
        description = fields.lenient(.description)
        isShared = fields.optionalFlag(.isShared)
        kind = fields.lenient(.kind)
    }
}
