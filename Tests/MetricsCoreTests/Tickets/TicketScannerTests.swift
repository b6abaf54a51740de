import MetricsCore
import Testing

@Suite("Tickets in texts")
struct TicketScannerTests {
    private func keys(_ text: String, _ context: TicketContext, _ scanner: TicketScanner = .standard)
        -> [String]
    {
        scanner.scan(text, in: context).map(\.description)
    }

    @Test(
        "Every tracker's keys are found in running text, in order of appearance, each once",
        arguments: [
            ("ABC-123 and OPS-7, ABC-123 again", ["jira:ABC-123", "jira:OPS-7"]),
            (
                "[ABC-1] (DEF-2) \"GHI-3\" JKL-4: MNO-5.",
                ["ABC-1", "DEF-2", "GHI-3", "JKL-4", "MNO-5"].map { "jira:\($0)" }
            ),
            ("Merge branch 'ABC-12-fix' into 'main'", ["jira:ABC-12"]),
            ("ABC-1/DEF-2", ["jira:ABC-1", "jira:DEF-2"]),
            ("MY_APP-9 AB2-3", ["jira:MY_APP-9", "jira:AB2-3"]),
            ("修复ABC-7问题", ["jira:ABC-7"]),
            (
                "See #12 and group/app#3, sub/group/my.app#4.",
                ["#12", "group/app#3", "sub/group/my.app#4"].map { "gitlab_issue:\($0)" }
            ),
            ("After !7 and Group/App!8", ["gitlab_merge_request:!7", "gitlab_merge_request:group/app!8"]),
            ("Fixes AB#12", ["azure_boards:AB#12"]),
            ("#5、!6。", ["gitlab_issue:#5", "gitlab_merge_request:!6"]),
        ] as [(String, [String])])
    func forms(text: String, expected: [String]) {
        #expect(keys(text, .commitMessage) == expected)
    }

    @Test(
        "Addresses lead to their tickets",
        arguments: [
            ("https://gl.example.com/group/app/-/issues/12", "gitlab_issue:gl.example.com/group/app#12"),
            ("(https://gl.example.com/a/b/c/-/work_items/3?show=x)", "gitlab_issue:gl.example.com/a/b/c#3"),
            (
                "https://gl.example.com/group/app/-/issues/incident/4#note_9",
                "gitlab_issue:gl.example.com/group/app#4"
            ),
            (
                "<http://gl.example.com:8080/g/app/-/merge_requests/7/diffs>",
                "gitlab_merge_request:gl.example.com:8080/g/app!7"
            ),
            ("https://me:secret@jira.example.com/browse/ABC-123?focusedId=4", "jira:ABC-123"),
            ("https://x.atlassian.net/jira/boards/3?selectedIssue=ABC-9&a=b.", "jira:ABC-9"),
            ("https://tracker.yandex.ru/TREK-9844", "yandex_tracker:TREK-9844"),
            ("linear.app/acme/issue/ENG-123/fix-login", "linear:ENG-123"),
            ("https://dev.azure.com/acme/app/_workitems/edit/12", "azure_boards:AB#12"),
            (
                "https://www.notion.so/acme/Fix-it-0123456789abcdef0123456789ABCDEF?pvs=4",
                "notion:0123456789abcdef0123456789abcdef"
            ),
            (
                "https://acme.notion.site/01234567-89ab-cdef-0123-456789abcdef",
                "notion:0123456789abcdef0123456789abcdef"
            ),
            (
                "notion.so/acme/abc?v=1&p=0123456789abcdef0123456789abcdef",
                "notion:0123456789abcdef0123456789abcdef"
            ),
        ])
    func addresses(text: String, expected: String) {
        #expect(keys("See \(text) for more", .description) == [expected])
        #expect(keys(text, .commitMessage) == [expected])
    }

    @Test(
        "What looks like a key and is none is left",
        arguments: [
            "UTF-8 UTF-16LE SHA-256 SHA-1 MD-5 ISO-8601 RFC-2119 AES-256 RSA-2048 BASE-64 PEP-8 COVID-19",
            "CVE-2024-1234 (CVE-2024-99)",
            "v1.2.3 GPT-4 GPT-3.5 X86-64 HTTP-2 TLS-1 TLS-1.3 ABC-1.2 Q3-2026 S3-1",
            "2026-01-31 JAN-12 T2026-01-31 12-34",
            "C-4 ABCDEFGHIJK-1 abc-123 Abc-12 ABC-0 ABC-007 ABC-12345678 ABC-1x",
            "XABC_ABC-12-34 foo-ABC-1 foo_ABC-1 foo.ABC-1 1ABC-2 ABC-12_3 @ABC-1 %ABC-1 \\ABC-1 ABC–12",
            "ABC-12@example.com ada@ABC-12.com me@example.com IMG-1234.png DSC-12.jpg",
            "ÜABC-1 ÄNDERUNG-12 ABC-1й",
            "C#7 issue#12 word!8 &#39; &#8217; ##12 \\#12 #012 #12ab #1.5 #12345678901 key=#12 a#b",
            "# 12\n## 3\n#fff #a1b2c3 color: #333333 background:#000 fill=#123456",
            "Wow! 7 !important !7a !!8 x !=7",
            "[there](#12) <a href=\"#34\"> https://example.com/page#12 https://example.com/a!7",
            "See merge request group/app!7", "This reverts merge request !8",
            "https://gl.example.com/group/app/-/blob/main/ABC-12.md https://gl.example.com/-/issues/1",
            "https://example.com/docs/RFC-2119 https://example.com/IMG-12.png https://",
            "/group#1 group/#1 a//b#2 ./b#3 1/2#3",
            "https://www.notion.so/acme/Fix-0123456789abcdef https://example.com/0123456789abcdef0123456789abcdef",
        ])
    func falseKeys(text: String) {
        #expect(keys(text, .commitMessage) == [])
    }

    @Test(
        "Branch names tell keys in lower case and after other words",
        arguments: [
            ("feature/abc-123-fix", ["jira:ABC-123"]), ("feature/abc-123", ["jira:ABC-123"]), ("abc-123", []),
            ("abc-123-fix", ["jira:ABC-123"]),
            ("ada/eng-7_login", ["jira:ENG-7"]),
            ("bugfix_ABC-123", ["jira:ABC-123"]), ("fix-ABC-123-DEF-4-2", ["jira:ABC-123", "jira:DEF-4"]),
            ("feature/ABC-123-2", ["jira:ABC-123"]), ("12-fix-login", ["gitlab_issue:#12"]),
            ("fix/#12-login", ["gitlab_issue:#12"]), ("topic/AB#34", ["azure_boards:AB#34"]),
            ("12", []), ("2026-01-31-plan", []), ("release-2", []), ("feature/step-2", []), ("fix/utf-8", []),
            ("fix/cve-2024-1234", []), ("revert-1234567a", []), ("renovate/node-20", []),
            ("renovate/react-18", []),
            ("fix-abc-12", []), ("v1-2", []), ("feature/abc-12x", []), ("main", []), ("user!7", []),
            ("feature/Abc-12", []),
        ] as [(String, [String])])
    func branches(name: String, expected: [String]) {
        #expect(keys(name, .branch) == expected)
    }

    @Test(
        "Closing words close what follows them, as GitLab's default pattern does",
        arguments: [
            ("Closes #12", ["#12"]), ("closes: #12", ["#12"]),
            ("Fixes: group/app#3 and #4", ["group/app#3", "#4"]),
            ("Resolved #1, #2, and #3 #4; #5", ["#1", "#2", "#3", "#4"]), ("implementing issue #6", ["#6"]),
            ("Fix issues #7 #8", ["#7", "#8"]),
            ("Closing ABC-1, AB#2 and DEF-3", ["ABC-1", "AB#2", "DEF-3"]),
            ("auto-closes #9", ["#9"]), ("Closes https://gl.example.com/a/b/-/issues/3", ["a/b#3"]),
            ("#1 closes", []), ("encloses #1", []), ("Closes the #1", []),
            ("CLOSES #1", []),
            ("Closes !7", []), ("Closes\n#1", []), ("Related to #1", []), ("Fixing: nothing, #1", []),
        ] as [(String, [String])])
    func closing(text: String, expected: [String]) {
        let mentions = TicketScanner.standard.mentions(in: text, of: .description)
        #expect(mentions.filter(\.isClosing).map(\.ticket.reference) == expected)
        #expect(!mentions.isEmpty)
    }

    @Test("A ticket that is closed anywhere is closed")
    func closedOnce() {
        let mentions = TicketScanner.standard.mentions(in: "About #1. Closes #1.", of: .description)
        #expect(mentions == [TicketMention(TicketKey(.gitLabIssue, "#1"), isClosing: true)])
    }

    @Test(
        "Code and comments of descriptions are not read, those of other texts are",
        arguments: [
            "a `ABC-1` b", "a ``ABC-1 ` #2`` b", "```\nABC-1\n```", "~~~ swift\n#1\n```\n#2\n~~~~\n",
            "> ```\n> #1\n> ```",
            "- ```\n  #1\n  ```", "```\n#1\nnever ends", "<!-- e.g. Closes #1 -->", "<!--\n#1\n\nABC-2",
            "`a\nABC-1`",
        ])
    func code(text: String) {
        #expect(keys(text, .description) == [])
        #expect(keys(text, .commitMessage) != [])
    }

    @Test(
        "What only looks like code is read",
        arguments: [
            "`` ABC-1 `", "` ABC-1", "\\`ABC-1\\`", "`a`ABC-1`", "`a\n\nABC-1`", "```a`b\nABC-1",
            "```\ncode\n```\nABC-1",
            "```\n~~~\n```\nABC-1", "<!-- a --> ABC-1", "<!- ABC-1", "    ABC-1", "````\n```\n````\nABC-1",
        ])
    func noCode(text: String) {
        #expect(keys(text, .description) == ["jira:ABC-1"])
    }

    @Test("A tracker that is not looked for is not found")
    func trackers() {
        let text = "ABC-1 #2 !3 AB#4 https://linear.app/a/issue/ENG-5 https://gl.example.com/a/b/-/issues/6"
        #expect(
            keys(text, .title, TicketScanner(trackers: [.gitLabMergeRequest])) == ["gitlab_merge_request:!3"])
        #expect(keys(text, .title, TicketScanner(trackers: [.azureBoards])) == ["azure_boards:AB#4"])
        #expect(keys(text, .title, TicketScanner(trackers: [.yandexTracker])) == ["yandex_tracker:ABC-1"])
        #expect(
            keys(text, .title, TicketScanner(trackers: [.linear, .jira])) == ["linear:ABC-1", "linear:ENG-5"])
        #expect(keys(text, .title, TicketScanner(trackers: [])) == [])
    }

    @Test("A listed prefix goes to its tracker, whatever the stop list says and however a branch writes it")
    func prefixes() {
        let scanner = TicketScanner(
            prefixes: [.jira: ["ABC", "sha"], .linear: ["ENG"], .notion: ["TASK"], "shortcut": ["SC"]])
        #expect(scanner.trackers.contains("shortcut") == false)
        #expect(
            keys("ABC-1 ENG-2 SHA-256 TASK-3 OPS-4", .title, scanner)
                == ["jira:ABC-1", "linear:ENG-2", "jira:SHA-256", "notion:TASK-3", "yandex_tracker:OPS-4"])
        #expect(keys("fix/Abc-1", .branch, scanner) == ["jira:ABC-1"])
        #expect(keys("task-7", .branch, scanner) == ["notion:TASK-7"])
        let strict = TicketScanner(
            trackers: [.jira, "shortcut"], prefixes: [.jira: ["ABC"], "shortcut": ["SC"]])
        #expect(keys("ABC-1 ENG-2 SC-3", .title, strict) == ["jira:ABC-1", "shortcut:SC-3"])
    }

    @Test("The stop list is the host's to extend")
    func stopList() {
        var scanner = TicketScanner.standard
        scanner.stopList.insert("LIB")
        #expect(keys("LIB-2 ABC-1", .title, scanner) == ["jira:ABC-1"])
        #expect(keys("UTF-8", .title, TicketScanner(stopList: [])) == ["jira:UTF-8"])
    }
}
