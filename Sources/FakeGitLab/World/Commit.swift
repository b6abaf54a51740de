import WireFormat

/// One commit: what lists show of it, and its counts of lines.
struct Commit: Sendable {
    let sha: String
    let parents: [String]
    /// The committer's clock, whole seconds, which lists are sorted and filtered by.
    let committedAt: Instant
    let object: JSONValue
    let additions: Int
    let deletions: Int

    var title: String { object["title"]?.stringValue ?? "" }

    var stats: JSONValue {
        ["additions": .int(additions), "deletions": .int(deletions), "total": .int(additions + deletions)]
    }

    /// Who wrote a commit, as Git knows it: a name, an address and a time zone.
    struct Signature: Sendable {
        let name: String
        let email: String
        let offsetMinutes: Int
    }

    init(
        sha: String, parents: [String], message: String, author: Signature, authoredAt: Instant,
        committer: Signature, committedAt: Instant, additions: Int, deletions: Int, webURL: String
    ) {
        self.sha = sha
        self.parents = parents
        let wholeSeconds = Instant(microseconds: committedAt.microseconds / 1_000_000 * 1_000_000)
        self.committedAt = wholeSeconds
        self.additions = additions
        self.deletions = deletions
        let authored = Instant(microseconds: authoredAt.microseconds / 1_000_000 * 1_000_000)
        let committed = JSONValue.string(wholeSeconds.text(offsetMinutes: committer.offsetMinutes))
        let title = String(message.prefix { $0 != "\n" })
        object = [
            "id": .string(sha), "short_id": .string(String(sha.prefix(8))), "created_at": committed,
            "parent_ids": .array(parents.map { .string($0) }), "title": .string(title),
            "message": .string(message), "author_name": .string(author.name),
            "author_email": .string(author.email),
            "authored_date": .string(authored.text(offsetMinutes: author.offsetMinutes)),
            "committer_name": .string(committer.name), "committer_email": .string(committer.email),
            "committed_date": committed, "trailers": [:], "extended_trailers": [:],
            "web_url": .string("\(webURL)/-/commit/\(sha)"),
        ]
    }

    init(object: JSONValue, additions: Int, deletions: Int) {
        sha = object["id"]?.stringValue ?? ""
        parents = object["parent_ids"]?.arrayValue?.compactMap(\.stringValue) ?? []
        committedAt = object.instant("committed_date") ?? Instant(microseconds: 0)
        self.object = object
        self.additions = additions
        self.deletions = deletions
    }
}
