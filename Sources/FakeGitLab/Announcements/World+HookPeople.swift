import WireFormat

extension World {
    /// A user as hooks show one; the e-mail address only when it is public.
    func hookUser(_ id: Int) -> JSONValue {
        let basic = basic(id)
        return basic.only(["id", "name", "username", "avatar_url"]).merging([
            "email": .string(hookEmail(id))
        ])
    }

    /// Those an object shows in a list such as `assignees`.
    func hookUsers(_ list: JSONValue) -> [JSONValue] {
        (list.arrayValue ?? []).compactMap { $0["id"]?.intValue }.map { hookUser($0) }
    }

    func hookEmail(_ id: Int) -> String {
        let email = users[id]?.resource.text("public_email") ?? ""
        return email.isEmpty ? "[REDACTED]" : email
    }

    /// Reviewers with what they have done; `asked` is who was just asked once more.
    func hookReviewers(of row: MergeRequest, asked: Int? = nil) -> [JSONValue] {
        row.people("reviewers").map { id in
            let state = row.reviews.first { $0.user == id }?.state ?? "unreviewed"
            return hookUser(id).merging(["state": .string(state), "re_requested": .bool(id == asked)])
        }
    }

    /// Whether a user is kept out, of whose pipelines and jobs hooks hear nothing.
    func isBlocked(_ id: Int) -> Bool { users[id]?.resource.text("state") == "blocked" }
}
