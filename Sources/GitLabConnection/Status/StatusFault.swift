public import GitLabAPI

/// The last thing that went wrong, as it is stored and shown: a code and a sentence, without secrets.
public struct StatusFault: Codable, Hashable, Sendable {
    /// Of `GitLabError.Code` or `IngestionError.Code`.
    public var code: String
    /// For people.
    public var sentence: String

    public init(code: String, sentence: String) {
        self.code = code
        self.sentence = sentence
    }

    /// Whether GitLab answered, if badly, and may do better by itself.
    var isPassing: Bool {
        [GitLabError.Code.serverFault, .rateLimited].contains { $0.rawValue == code }
    }

    /// The remedy where there is one; else the code alone. What GitLab said is left out.
    public init(_ error: GitLabError) {
        self.init(code: error.code.rawValue, sentence: error.remedy ?? error.code.rawValue)
    }
}
