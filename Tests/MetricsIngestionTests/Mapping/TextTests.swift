import MetricsCore
import Testing

@testable import MetricsIngestion

@Suite("What texts name")
struct TextTests {
    static let sha = "8e1f0c2d3b4a59687786958473625140deadbeef"

    @Test(
        "Reverts are read as GitLab's button writes them",
        arguments: [
            (["Revert \"Fix\"", "This reverts merge request !12"], Revert.mergeRequest(iid: 12)),
            (["This reverts commit \(sha)"], .commit(sha: sha)),
            (["This reverts commit \(sha).\n\nThis reverts merge request !7."], .mergeRequest(iid: 7)),
            (["This reverts commit \(sha.uppercased())"], .commit(sha: sha)),
            (["This reverts commit 8e1f"], nil),
            (["This reverts merge request group/app!12"], nil),
            (["This reverts nothing"], nil),
            ([nil, "Revert \"Fix\""], nil),
        ] as [([String?], Revert?)])
    func reverts(texts: [String?], revert: Revert?) {
        #expect(Revert(statedIn: texts) == revert)
    }

    @Test(
        "Picks are read as git and GitLab's button write them; of several, the first",
        arguments: [
            ("Fix it\n\n(cherry picked from commit \(sha))", sha),
            ("Fix it\n\n(cherry picked from commit \(sha.uppercased()))\n\n8e1f0c2 Fix it", sha),
            ("(cherry picked from commit \(sha))\n(cherry picked from commit decade0)", sha),
            ("(cherry picked from commit 8e1f00d)", "8e1f00d"),
            ("(cherry picked from commit 8e1f)", nil),
            ("(cherry picked from commit \(sha)", nil),
            ("(cherry picked from commit of old)", nil),
            ("cherry picked from commit \(sha)", nil),
            ("Revert \"Fix\"", nil),
            ("", nil),
        ] as [(String, String?)])
    func picks(message: String, original: String?) {
        #expect(message.cherryPickedSHA == original)
    }

    @Test(
        "Mentions are read of this project only, sorted, each once",
        arguments: [
            ("Broken by !7.", [Mention.mergeRequest(iid: 7)]),
            ("!9, (!2) and !9", [.mergeRequest(iid: 2), .mergeRequest(iid: 9)]),
            ("group/app!7 other!8 !important! x!3 !4a !!5", []),
            ("https://gl.test/acme/app/-/merge_requests/12/diffs#note_1", [.mergeRequest(iid: 12)]),
            ("https://gl.test/acme/other/-/merge_requests/12", []),
            ("[last](https://gl.test/acme/app/-/deployments/31)", [.deployment(id: 31)]),
            ("https://gl.test/acme/app/-/environments/4/deployments/6?x=1", [.deployment(id: 6)]),
            ("https://gl.test/acme/app/-/environments/4", []),
            ("", []),
            ("!", []),
        ])
    func mentions(text: String, mentions: [Mention]) {
        #expect(Mention.all(in: text, projectURL: "https://gl.test/acme/app") == mentions)
    }

    @Test("Without the project's address only numbers are understood")
    func mentionsWithoutAddress() {
        let text = "!3 https://gl.test/acme/app/-/merge_requests/12"
        #expect(Mention.all(in: text, projectURL: nil) == [.mergeRequest(iid: 3)])
    }
}
