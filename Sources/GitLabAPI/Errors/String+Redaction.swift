extension String {
    /// What stands where a secret stood.
    static let redacted = "<redacted>"

    /// The text without what looks like a credential: GitLab's prefixed tokens, `Bearer …` and `Basic …`, values
    /// of parameters and JSON keys that carry secrets, user info and queries of URLs, JSON web tokens. O(text):
    /// every pattern begins with something fixed or takes the whole run it begins in.
    func redactingSecrets() -> String {
        var text = self
        text.replace(
            /(?i)\bgl(?:pat|oas|dt|rtr?|cbt|ptt|ft|imt|agent|wt|soat|ffct)-[\w.\-]+/, with: Self.redacted)
        text.replace(/\bgl[a-z]{2,8}-[\w.\-]{16,}/) { match in
            match.output.contains(where: \.isNumber) ? Self.redacted : String(match.output)
        }
        text.replace(/\beyJ[\w\-]{6}[\w.\-]*/) { match in
            match.output.contains(".") ? Self.redacted : String(match.output)
        }
        text.replace(/\bwhsec_[\w+\/=\-]+/, with: Self.redacted)
        text.replace(/(?i)\b(bearer|basic)\s+[\w.~+\/=\-]{8,}/) { "\($0.output.1) \(Self.redacted)" }
        text.replace(/:\/\/[^\/\s@"'<>]+@/, with: "://\(Self.redacted)@")
        text.replace(
            /(?i)((?:token|secret|password|passwd|authorization)"?'?\s*=\s*)["']?[^\s"'&,;<>]+/
        ) {
            "\($0.output.1)\(Self.redacted)"
        }
        text.replace(/(?i)((?:token|secret|password|passwd|authorization)"\s*:\s*)"[^"]*"?/) {
            "\($0.output.1)\(Self.redacted)"
        }
        text.replace(/(?i)((?:token|secret|password)\s*:\s*)[\w.~+\/=\-]{16,}/) {
            "\($0.output.1)\(Self.redacted)"
        }
        text.replace(/https?:\/\/[^\s"'<>]+/) { match in
            let query = match.output.drop { $0 != "?" }
            return query.count > 1 ? "\(match.output.prefix { $0 != "?" })?…" : String(match.output)
        }
        return text
    }

    /// As `redactingSecrets`, and without any run of twenty or more token characters that mixes letters and
    /// digits: for bodies of unknown origin, where losing a hash costs nothing.
    func redactingAnythingLikeASecret() -> String {
        var text = redactingSecrets()
        text.replace(/[\w\-]{20,}/) { match in
            let run = match.output
            let isMixed = run.contains { $0.isNumber } && run.contains { $0.isLetter }
            return isMixed ? Self.redacted : String(run)
        }
        return text
    }

    /// The text on one line without control characters, which a terminal would obey, cut to that many
    /// characters.
    func oneLine(limit: Int) -> String {
        let words = split { character in
            character.isWhitespace
                || character.unicodeScalars.contains { $0.properties.generalCategory == .control }
        }
        let line = words.joined(separator: " ")
        return line.count <= limit ? line : line.prefix(limit - 1) + "…"
    }
}
