import MetricsCore
import Testing

/// Where GitLab shows what was done.
@Suite struct ActivityLinkTests {
    private func history() -> History {
        var history = History()
        history.mergeRequest(4, created: 1, merged: 9)
        history.note(on: 4, at: 2, by: History.ada)
        history.issue(7, opened: 3)
        history.issueNote(70, on: 7, at: 4, by: History.ada)
        history.timeLog(5, on: 7, at: 5, spent: 60, by: History.ada)
        history.commit("c0ffee", committed: 6, by: "ada@example.com")
        history.release("v1/ö", at: 7)
        history.pipeline(8, "success", created: 8)
        history.deployment(10, to: 3, finished: 10)
        for (id, (action, refType)) in [
            ("created", "branch"), ("removed", "branch"), ("pushed", "branch"), ("created", "tag"),
            ("removed", "tag"),
        ].enumerated() {
            history.push(
                Int64(id), at: 11 + id, by: nil,
                .init(
                    action: action, refType: refType, ref: "fix/ä b#1?", commitCount: 1, fromSHA: nil,
                    toSHA: nil))
        }
        return history
    }

    @Test("Links are made of the project's page, names are percent-encoded, what was deleted has none")
    func links() {
        var history = history()
        history.name("acme/app")
        let page = "https://gitlab.example.com/acme/app/-/"
        let paths = history.activities().reversed().map { $0.link?.replacing(page, with: "") }
        #expect(
            paths == [
                "merge_requests/4", "merge_requests/4#note_1000001", "issues/7", "issues/7#note_70",
                "issues/7",
                "commit/c0ffee", "releases/v1%2F%C3%B6", "pipelines/8", "merge_requests/4", "environments/3",
                "tree/fix/%C3%A4%20b%231%3F", nil, "tree/fix/%C3%A4%20b%231%3F",
                "tags/fix%2F%C3%A4%20b%231%3F", nil,
            ])
    }

    @Test("The page a merge request or issue names itself goes before one made of its number")
    func ownPages() {
        var history = history()
        history.edit(4) { $0.webURL = Register("https://old.example.com/mr", stamp: History.laterStamp) }
        history.edit(issue: 7) {
            $0.webURL = Register("https://old.example.com/i", stamp: History.laterStamp)
        }
        #expect(
            history.activities().compactMap(\.link).reversed() == [
                "https://old.example.com/mr", "https://old.example.com/mr#note_1000001",
                "https://old.example.com/i", "https://old.example.com/i#note_70", "https://old.example.com/i",
                "https://old.example.com/mr",
            ])
    }

    @Test("Without the project's page there are no links, and its path is not known")
    func unknown() {
        let activities = history().activities()
        #expect(activities.count == 15)
        #expect(activities.allSatisfy { $0.link == nil && $0.projectPath == nil })
    }
}
