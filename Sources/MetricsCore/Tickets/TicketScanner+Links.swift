public import Foundation

extension TicketScanner {
    /// Where the ticket is, by its tracker's template: `https://jira.example.com/browse/{key}`.
    ///
    /// `{key}` stands for the key, `{number}` for the number at its end, `{project}` for the path of a GitLab project; all
    /// percent-encoded. Without a template GitLab's own are found where host and project are known.
    ///
    /// - Returns: `nil` without a template, and for one that has no scheme and host before its first placeholder, names
    ///   neither key nor number, or asks for what the key does not have.
    public func url(of key: TicketKey) -> URL? {
        guard let template = linkTemplates[key.tracker] else { return gitLabURL(of: key) }
        guard template.contains("{key}") || template.contains("{number}"),
            let base = URL(string: String(template.prefix { $0 != "{" })), base.host()?.isEmpty == false,
            base.scheme == "https" || base.scheme == "http", base.path().hasPrefix("/") || base.query() != nil
        else { return nil }
        var address = template
        for (name, value) in [
            ("key", key.text), ("number", key.number.map(String.init)), ("project", key.project),
        ] {
            guard address.contains("{\(name)}") else { continue }
            guard let encoded = value.flatMap({ Self.encoded($0, isPath: name == "project") }) else {
                return nil
            }
            address = address.replacingOccurrences(of: "{\(name)}", with: encoded)
        }
        return address.contains { "{} ".contains($0) } ? nil : URL(string: address)
    }

    private func gitLabURL(of key: TicketKey) -> URL? {
        guard key.tracker.isGitLab, let host = key.host, let number = key.number,
            let project = key.project.flatMap({ Self.encoded($0, isPath: true) })
        else { return nil }
        let kind = key.tracker == .gitLabIssue ? "issues" : "merge_requests"
        return URL(string: "https://\(host)/\(project)/-/\(kind)/\(number)")
    }

    private static func encoded(_ text: String, isPath: Bool) -> String? {
        let plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~" + (isPath ? "/" : "")
        return text.addingPercentEncoding(withAllowedCharacters: CharacterSet(charactersIn: plain))
    }
}
