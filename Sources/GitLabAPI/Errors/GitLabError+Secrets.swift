import GitLabVocabulary

extension GitLabError {
    /// The error without these secrets, which a refusal may repeat.
    func redacting(_ secrets: [Secret]) -> GitLabError {
        secrets.filter(\.isLongEnoughToFind).reduce(self) { error, secret in
            var error = error
            error.detail = error.detail?.redacting(secret)
            error.excerpt = error.excerpt?.redacting(secret)
            error.underlying = error.underlying?.replacingMessage { $0.redacting(secret) }
            return error
        }
    }
}

extension Secret {
    /// Replacing a shorter text would garble words without hiding anything.
    var isLongEnoughToFind: Bool { reveal().count >= 8 }
}

extension String {
    func redacting(_ secret: Secret) -> String { replacing(secret.reveal(), with: String.redacted) }
}
