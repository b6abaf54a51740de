import WireFormat

extension World {
    /// A commit as hooks show one; null when it is not known.
    ///
    /// - Parameter withPaths: names the files it touched, as pushes do.
    func hookCommit(_ sha: String?, in project: Int, withPaths: Bool = false) -> JSONValue {
        guard let sha, let commit = commit(sha, in: project) else { return .null }
        let object: JSONValue = [
            "id": .string(sha), "message": commit.object["message"] ?? "",
            "title": commit.object["title"] ?? "", "timestamp": .text(Self.timestamp(of: commit)),
            "url": commit.object["web_url"] ?? "",
            "author": [
                "name": commit.object["author_name"] ?? "", "email": commit.object["author_email"] ?? "",
            ],
        ]
        guard withPaths else { return object }
        return object.merging([
            "added": commit.parents.isEmpty ? ["README.md"] : [], "modified": ["app/orders.rb"],
            "removed": [],
        ])
    }

    /// In the committer's time zone, without a fraction: `2012-01-03T23:36:29+02:00`.
    private static func timestamp(of commit: Commit) -> String? {
        guard let text = commit.object["committed_date"]?.stringValue else { return nil }
        return text.replacing(/\.\d+/, with: "")
    }
}
