import GitLabVocabulary

extension GitLabError {
    /// The error without these secrets, which a refusal may repeat.
    func redacting(_ secrets: [Secret]) -> GitLabError {
        secrets.filter(\.isLongEnoughToFind).reduce(self) { error, secret in
            var error = error
            error.detail = error.detail?.redacting(secret)
            error.excerpt = error.excerpt?.redacting(secret)
            error.requestID = error.requestID?.redacting(secret)
            error.requiredScope = error.requiredScope?.redacting(secret)
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
    /// The text without the secret, and without the beginning of it that is left where `oneLine` has cut.
    func redacting(_ secret: Secret) -> String {
        let text = replacing(secret.reveal(), with: String.redacted)
        guard text.hasSuffix("…") else { return text }
        let kept = text.dropLast()
        var beginning = secret.reveal().dropLast()
        while beginning.count >= 4 {
            if kept.hasSuffix(beginning) { return "\(kept.dropLast(beginning.count))\(String.redacted)…" }
            beginning.removeLast()
        }
        return text
    }
}
