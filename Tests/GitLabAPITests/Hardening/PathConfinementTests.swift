import Foundation
import GitLabAPI
import GitLabVocabulary
import Testing

/// Names come from users, and what they say must not change which resource a request is about.
@Suite("Path confinement")
struct PathConfinementTests {
    struct Thing: Decodable, Sendable { var id: Int }

    /// Every endpoint that takes a text, and how many segments stand before and behind it.
    static let endpoints: [(String, before: Int, behind: Int, @Sendable (String) -> Request<Thing>)] = [
        ("project", 1, 0, { Request<Project>.project(.path($0)).typed() }),
        (
            "merge request of a project", 1, 2,
            { Request<MergeRequest>.mergeRequest(7, in: .path($0)).typed() }
        ),
        ("group", 1, 0, { Request<Group>.group(.path($0)).typed() }),
        ("projects of a group", 1, 1, { Request<Page<Project>>.projects(in: .path($0)).typed() }),
        ("commit", 4, 0, { Request<Commit>.commit($0, in: 42).typed() }),
        ("refs of a commit", 4, 1, { Request<Page<CommitRef>>.refs(ofCommit: $0, in: 42).typed() }),
        ("branch", 4, 0, { Request<Branch>.branch($0, in: 42).typed() }),
        ("tag", 4, 0, { Request<GitLabAPI.Tag>.tag($0, in: 42).typed() }),
        ("release", 3, 0, { Request<Release>.release(ofTag: $0, in: 42).typed() }),
        (
            "custom header", 5, 0,
            { Request<Void>.deleteCustomHeader($0, ofHook: 1, of: .project(42)).typed() }
        ),
        ("URL variable", 5, 0, { Request<Void>.deleteURLVariable($0, ofHook: 1, of: .project(42)).typed() }),
        (
            "trigger", 5, 0,
            { Request<Void>.testHook(1, of: .project(42), trigger: Hook.Trigger(rawValue: $0)).typed() }
        ),
    ]

    static let attacks = [
        "..", ".", "", "../..", "../../../oauth/token", "..%2f..%2foauth", "%2e%2e", "%2e%2e%2f",
        "%252e%252e", "..;/",
        "a/../b", "a/./b", "a//b", "//evil.invalid", "/", "\\", "..\\..", "a\\..\\b", "a?b", "a#b", "a;b=c",
        "a&b", "a=b",
        "?private_token=x", "#", "a b", "a\r\nX-Evil: 1", "a\nb", "a\0b", "a\tb", "größe", "e\u{301}",
        "\u{202E}x", "😀",
        "%", "%zz", "%00", "a+b", "https://evil.invalid/", "@evil.invalid", ":80", "~", "*", "{id}", "<x>",
        "\"", "|", "^",
        "`", "[::1]", "\u{FF0E}\u{FF0E}", "\u{2025}", "feature/a.b",
    ]

    private func check(
        _ text: String, _ endpoint: (String, before: Int, behind: Int, @Sendable (String) -> Request<Thing>)
    )
        async
    {
        let base = ScriptedTransport(.success(.ok))
        let client = GitLabClient.scripted(base)
        let thrown = await code { () throws(GitLabError) in _ = try await client.send(endpoint.3(text)) }
        guard let url = base.requests.first?.url else {
            let parts = text.split(separator: /[\/\\]/, omittingEmptySubsequences: false)
            #expect(thrown == .invalidURL, "\(endpoint.0) \(text.debugDescription)")
            #expect(
                text.isEmpty || parts.contains("..") || parts.contains("."),
                "\(endpoint.0) \(text.debugDescription)")
            return
        }
        let line = url.absoluteString
        #expect(line.hasPrefix("https://gitlab.example.com/api/v4/"), "\(line)")
        #expect(line.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "\(line)")
        #expect(url.fragment == nil && url.user == nil && url.host == "gitlab.example.com", "\(line)")
        let path = line.prefix { $0 != "?" }.dropFirst("https://gitlab.example.com/api/v4/".count)
        let segments = path.split(separator: "/", omittingEmptySubsequences: false)
        #expect(segments.count == endpoint.before + 1 + endpoint.behind, "\(endpoint.0): \(line)")
        guard segments.indices.contains(endpoint.before) else { return }
        #expect(segments[endpoint.before].removingPercentEncoding == text, "\(endpoint.0): \(line)")
    }

    @Test("a text in a path stays one segment that decodes to itself, or nothing is sent", arguments: attacks)
    func attack(text: String) async {
        for endpoint in Self.endpoints { await check(text, endpoint) }
    }

    @Test("so does every random text")
    func random() async {
        var random = SplitMix(seed: 7)
        let characters = Array("./\\%25eEfF;?#&=@:+ ~a0\r\n\0é\u{301}😀\u{202E}").map(String.init)
        for _ in 0..<400 {
            let text = (0..<Int.random(in: 0...8, using: &random)).compactMap { _ in
                characters.randomElement(using: &random)
            }.joined()
            if let endpoint = Self.endpoints.randomElement(using: &random) { await check(text, endpoint) }
        }
    }

    @Test("a text in a query stays one value that decodes to itself", arguments: attacks)
    func query(text: String) async throws {
        let base = ScriptedTransport(.success(.json("[]")))
        let client = GitLabClient.scripted(base)
        _ = try await client.send(
            Request<Page<Thing>>(path: "projects", query: ["search": text, "per_page": 1]))
        let line = try #require(base.requests.first).url.absoluteString
        let query = try #require(line.split(separator: "?", maxSplits: 1).last)
        let pairs = query.split(separator: "&")
        #expect(pairs.count == 2)
        #expect(pairs.first?.dropFirst("search=".count).removingPercentEncoding == text)
        #expect(line.hasPrefix("https://gitlab.example.com/api/v4/projects?"))
    }

    @Test(
        "a path by hand is sent as written or not at all",
        arguments: [
            "../graphql", "projects/../../../oauth/token", "projects/%2e%2e/%2E%2E/x", "projects/..%2f..%2Fx",
            "projects/..%5cx", "projects//1", "/projects", "projects/", "", "projects/1#x", "projects/1?x=1",
            "projects/a b", "projects/a\r\nX-Evil: 1", "projects/größe", "projects/%zz",
            "projects/%ff/%2e%2e/x",
            "projects\\..\\x", "@evil.invalid/x",
        ])
    func byHand(path: String) async {
        let base = ScriptedTransport(.success(.ok))
        let client = GitLabClient.scripted(base)
        let thrown = await code { () throws(GitLabError) in
            _ = try await client.send(Request<Thing>(path: path))
        }
        guard let request = base.requests.first else {
            #expect(thrown == .invalidURL)
            return
        }
        // What is left is harmless, though odd.
        #expect(request.url.absoluteString == "https://gitlab.example.com/api/v4/\(path)")
        #expect(path == "@evil.invalid/x")
    }
}
