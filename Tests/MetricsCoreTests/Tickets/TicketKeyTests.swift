import Foundation
import MetricsCore
import Testing

@Suite("Ticket keys")
struct TicketKeyTests {
    static let app = TicketProject(
        path: "Group/App", formerPaths: ["old/app"], host: "example.com/gitlab")

    @Test("A reference means the project it stands in, unless it names another")
    func resolving() {
        func resolved(_ text: String, _ project: String? = nil, _ host: String? = nil) -> String {
            Self.app.resolve(TicketKey(.gitLabIssue, text, project: project, host: host)).description
        }
        #expect(resolved("#1") == "gitlab_issue:example.com/gitlab/group/app#1")
        #expect(resolved("#1", "OLD/app") == "gitlab_issue:example.com/gitlab/group/app#1")
        #expect(resolved("#1", "other/app") == "gitlab_issue:example.com/gitlab/other/app#1")
        #expect(
            resolved("#1", "gitlab/old/app", "example.com") == "gitlab_issue:example.com/gitlab/group/app#1")
        #expect(resolved("#1", "old/app", "gitlab.com") == "gitlab_issue:gitlab.com/old/app#1")
        #expect(Self.app.resolve(TicketKey(.jira, "ABC-1")) == TicketKey(.jira, "ABC-1"))
    }

    @Test("The same ticket named in three ways is one")
    func one() {
        let text = "#12, group/app#12 and https://example.com/gitlab/group/app/-/issues/12"
        let keys = TicketScanner.standard.scan(text, in: .init(.description, project: Self.app))
        #expect(keys == [TicketKey(.gitLabIssue, "#12", project: "group/app", host: "example.com/gitlab")])
    }

    @Test("Keys are in the order of their numbers")
    func order() {
        let texts = ["ABC-10", "ABC-9", "AB-11", "ABC-9x", "9", "ABC-99999999999999999999"]
        let sorted = texts.map { TicketKey(.jira, $0) }.sorted()
        #expect(
            sorted.map(\.text) == ["9", "AB-11", "ABC-9", "ABC-10", "ABC-99999999999999999999", "ABC-9x"])
        #expect(TicketKey(.azureBoards, "AB#2") < TicketKey(.jira, "ABC-1"))
        #expect(TicketKey(.gitLabIssue, "#9", project: "a/b") < TicketKey(.gitLabIssue, "#1", project: "a/c"))
    }

    @Test("A key knows its prefix and number, where it has them")
    func parts() {
        #expect(TicketKey(.jira, "ABC-12").prefix == "ABC" && TicketKey(.jira, "ABC-12").number == 12)
        #expect(TicketKey(.gitLabIssue, "#12").prefix == nil && TicketKey(.gitLabIssue, "#12").number == 12)
        #expect(TicketKey(.notion, "0123456789abcdef0123456789abcd12").number == nil)
        #expect(TicketKey("desk", "").number == nil && TicketKey("desk", "").prefix == nil)
    }

    @Test(
        "A template makes an address",
        arguments: [
            ("https://jira.example.com/browse/{key}", "ABC-12", "https://jira.example.com/browse/ABC-12"),
            ("https://example.com/?id={number}&key={key}", "AB#12", "https://example.com/?id=12&key=AB%2312"),
            ("http://desk:80/{key}", "a b/ü?{}", "http://desk:80/a%20b%2F%C3%BC%3F%7B%7D"),
        ])
    func addresses(template: String, text: String, address: String) {
        let scanner = TicketScanner(linkTemplates: ["desk": template])
        #expect(scanner.url(of: TicketKey("desk", text))?.absoluteString == address)
    }

    @Test(
        "An invalid template makes none",
        arguments: [
            "", "{key}", "https://{key}/", "https://example.com{key}", "https://example.com/",
            "javascript:{key}",
            "https://example.com/{key}/{other}", "https:///{key}", "//example.com/{key}",
            "https://example.com/{project}/{key}",
            "https://example.com/{key} x", "https://example.com/{number}",
        ])
    func invalidTemplates(template: String) {
        let scanner = TicketScanner(linkTemplates: ["desk": template])
        #expect(scanner.url(of: TicketKey("desk", "CASE 12")) == nil)
        #expect(TicketScanner.standard.url(of: TicketKey("desk", "CASE 12")) == nil)
    }

    @Test("GitLab's own are found where they are known to be, unless a template says otherwise")
    func gitLab() {
        let issue = Self.app.resolve(TicketKey(.gitLabIssue, "#12"))
        let mergeRequest = Self.app.resolve(TicketKey(.gitLabMergeRequest, "!7"))
        let standard = TicketScanner.standard
        #expect(standard.url(of: issue)?.absoluteString == "https://example.com/gitlab/group/app/-/issues/12")
        #expect(
            standard.url(of: mergeRequest)?.absoluteString
                == "https://example.com/gitlab/group/app/-/merge_requests/7")
        #expect(standard.url(of: TicketKey(.gitLabIssue, "#12", project: "group/app")) == nil)
        let local = TicketScanner(linkTemplates: [.gitLabIssue: "http://local/{project}/{number}"])
        #expect(local.url(of: issue)?.absoluteString == "http://local/group/app/12")
    }

    @Test("What one scanner found another takes for its own, or leaves")
    func adopting() {
        let scanner = TicketScanner(
            trackers: [.linear, .jira, .gitLabIssue], prefixes: [.linear: ["ENG"], .jira: ["ABC"]],
            pattern: try? TicketPattern("CASE", tracker: "desk"))
        func adopted(_ key: TicketKey) -> TicketKey? {
            scanner.adopt(TicketMention(key, isClosing: true), in: Self.app)?.ticket
        }
        #expect(adopted(TicketKey(.jira, "ENG-1")) == TicketKey(.linear, "ENG-1"))
        #expect(adopted(TicketKey(.jira, "ABC-1")) == TicketKey(.jira, "ABC-1"))
        #expect(adopted(TicketKey(.jira, "OPS-1")) == nil && adopted(TicketKey(.linear, "OPS-1")) == nil)
        #expect(adopted(TicketKey(.gitLabIssue, "#1")) == Self.app.resolve(TicketKey(.gitLabIssue, "#1")))
        #expect(
            adopted(TicketKey(.gitLabMergeRequest, "!1")) == nil
                && adopted(TicketKey(.azureBoards, "AB#1")) == nil)
        #expect(
            adopted(TicketKey("desk", "CASE")) == TicketKey("desk", "CASE")
                && adopted(TicketKey("shop", "1")) == nil)
    }
}
