public import GitLabVocabulary

/// A credential as GitLab takes it: a personal, project, group or OAuth access token, all sent as
/// `Authorization: Bearer` (<https://docs.gitlab.com/api/rest/authentication/>).
public struct AccessToken: Sendable, Equatable, CustomStringConvertible {
    public let secret: Secret

    /// - Parameter text: the token; blanks and line ends around it, as a file or a paste leaves them, are dropped.
    public init(_ text: String) {
        secret = Secret(text.trimmingBlanks())
    }

    public var description: String { secret.description }
}

extension String {
    /// The text without white space and line ends on both sides.
    package func trimmingBlanks() -> String {
        var text = self[...]
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
