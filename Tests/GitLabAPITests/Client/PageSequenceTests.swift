import FakeGitLab
import Foundation
import GitLabAPI
import Testing

@Suite("Pages and items")
struct PageSequenceTests {
    /// Things 1…total, paged as GitLab pages, by offset or by key.
    static func list(
        total: Int, perPage: Int, keyset: Bool = false, root: String = "https://gitlab.example.com"
    )
        -> ScriptedTransport
    {
        ScriptedTransport { (request, _) throws(GitLabError) in
            let query = URLComponents(url: request.url, resolvingAgainstBaseURL: false)?.queryItems ?? []
            let position =
                query.first { $0.name == (keyset ? "cursor" : "page") }?.value.flatMap { Int($0) } ?? 1
            let first = keyset ? position : (position - 1) * perPage + 1
            let ids = Array((first..<(first + perPage)).prefix { $0 <= total })
            var headers: HTTPHeaders = ["date": "Thu, 01 Jan 2026 00:00:00 GMT"]
            if first + perPage <= total {
                let next = keyset ? "pagination=keyset&cursor=\(first + perPage)" : "page=\(position + 1)"
                headers["link"] = #"<\#(root)/api/v4/things?per_page=\#(perPage)&\#(next)>; rel="next""#
            }
            return .json("[" + ids.map { #"{"id":\#($0)}"# }.joined(separator: ",") + "]", headers: headers)
        }
    }

    static let things = Request<Page<Thing>>(path: "things", query: ["per_page": 3])

    @Test("follow rel=next to the end, offset and keyset alike", arguments: [0, 1, 3, 7, 30], [false, true])
    func follows(total: Int, keyset: Bool) async throws {
        let transport = Self.list(total: total, perPage: 3, keyset: keyset)
        var ids: [Int] = []
        for try await thing in GitLabClient.scripted(transport).items(Self.things) { ids.append(thing.id) }
        #expect(ids == Array(1..<(total + 1)))
        #expect(transport.requests.count == max(1, (total + 2) / 3))
    }

    @Test("send nothing before they are asked, and one page at a time")
    func lazy() async throws {
        let transport = Self.list(total: 9, perPage: 3)
        let items = GitLabClient.scripted(transport).items(Self.things)
        var iterator = items.makeAsyncIterator()
        #expect(transport.requests.isEmpty)
        for _ in 0..<3 { _ = try await iterator.next() }
        #expect(transport.requests.count == 1)
        #expect(try await iterator.next()?.id == 4)
        #expect(transport.requests.count == 2)
    }

    @Test("start over with every iterator")
    func restarts() async throws {
        let pages = GitLabClient.scripted(Self.list(total: 7, perPage: 3)).pages(Self.things)
        for _ in 0..<2 {
            var sizes: [Int] = []
            for try await page in pages { sizes.append(page.elements.count) }
            #expect(sizes == [3, 3, 1])
        }
    }

    @Test("carry the server's clock, and a next request that can be kept and sent later")
    func next() async throws {
        let client = GitLabClient.scripted(Self.list(total: 7, perPage: 3))
        let first = try await client.send(Self.things)
        #expect(first.serverDate == Date(timeIntervalSince1970: 1_767_225_600))
        let next = try #require(first.next)
        #expect(next.path == "things")
        #expect(next.query == "per_page=3&page=2")
        #expect(try await client.send(next).elements.map(\.id) == [4, 5, 6])
    }

    @Test("keep the relative root and the encoding of a next link")
    func relativeRoot() async throws {
        let instance = try InstanceURL("https://host.example/gitlab")
        let link =
            #"<https://host.example:443/gitlab/api/v4/projects/a%2Fb/things?labels=x%2Cy,z&page=2>; rel="next""#
        let client = GitLabClient.scripted(
            ScriptedTransport(.success(.json("[]", headers: ["Link": link]))), instance: instance)
        let next = try #require(try await client.send(Self.things).next)
        #expect(next.path == "projects/a%2Fb/things")
        #expect(next.query == "labels=x%2Cy,z&page=2")
    }

    static let badLinks: [(target: String, code: GitLabError.Code)] = [
        ("https://evil.example/api/v4/things?page=2", .foreignOrigin),
        ("http://gitlab.example.com/api/v4/things?page=2", .foreignOrigin),
        ("https://gitlab.example.com:8443/api/v4/things?page=2", .foreignOrigin),
        ("https://gitlab.example.com@evil.example/api/v4/things", .foreignOrigin),
        ("https://gitlab.example.com.evil.example/api/v4/things", .foreignOrigin),
        ("//evil.example/api/v4/things", .foreignOrigin),
        ("https://gitlab.example.com/oauth/token", .foreignOrigin),
        ("https://gitlab.example.com/api/v4/../../oauth/token", .foreignOrigin),
        ("https://gitlab.example.com/api/v4/%2e%2E/%2e%2e/oauth", .foreignOrigin),
        ("https://gitlab.example.com/api/v40/things", .foreignOrigin),
        ("javascript:alert(1)", .foreignOrigin),
        ("https://gitlab.example.com/api/v4/things?per_page=3", .pagingLoop),
        ("/api/v4/things?per_page=3", .pagingLoop),
        ("", .foreignOrigin),
    ]

    @Test("refuse a next link that leaves the instance or turns back", arguments: badLinks)
    func refuses(target: String, expected: GitLabError.Code) async {
        let response = HTTPResponse.json(#"[{"id":1}]"#, headers: ["Link": #"<\#(target)>; rel="next""#])
        let client = GitLabClient.scripted(ScriptedTransport(.success(response)))
        #expect(await code { () throws(GitLabError) in _ = try await client.send(Self.things) } == expected)
    }

    @Test("follow a relative next link")
    func relativeLink() async throws {
        let response = HTTPResponse.json("[]", headers: ["Link": #"<?page=2>; rel="next""#])
        let client = GitLabClient.scripted(ScriptedTransport(.success(response)))
        #expect(try await client.send(Self.things).next?.query == "page=2")
    }

    @Test("report an element that cannot be read and keep the others")
    func skips() async throws {
        let body = #"[{"id":1},{"id":null},7,null,{"id":2,"name":{}},[],{"id":3}]"#
        let client = GitLabClient.scripted(ScriptedTransport(.success(.json(body))))
        let page = try await client.send(Self.things)
        #expect(page.elements.map(\.id) == [1, 3])
        #expect(page.skipped.map(\.index) == [1, 2, 3, 4, 5])
        #expect(page.skipped.allSatisfy { !$0.reason.isEmpty })
        #expect(page.skipped[0].reason.contains("id"))
        var ids: [Int] = []
        for try await thing in client.items(Self.things) { ids.append(thing.id) }
        #expect(ids == [1, 3])
    }

    @Test("end after an error, and can be started again")
    func failing() async throws {
        let transport = ScriptedTransport { (_, index) throws(GitLabError) in
            if index == 1 { return .json(#"{"message":"404 Not found"}"#, status: 404) }
            return .json(
                #"[{"id":\#(index)}]"#,
                headers: [
                    "Link": #"<https://gitlab.example.com/api/v4/things?page=\#(index + 2)>; rel="next""#
                ])
        }
        var iterator = GitLabClient.scripted(transport).items(Self.things).makeAsyncIterator()
        #expect(try await iterator.next()?.id == 0)
        await #expect(throws: GitLabError.self) { try await iterator.next() }
        #expect(try await iterator.next() == nil)
        #expect(transport.requests.count == 2)
    }

    @Test("never depend on totals", arguments: ["0", "1", "99999", "x"])
    func totals(total: String) async throws {
        let response = HTTPResponse.json(
            #"[{"id":1}]"#, headers: ["X-Total": total, "X-Total-Pages": total, "X-Next-Page": "2"])
        let transport = ScriptedTransport(.success(response))
        var count = 0
        for try await _ in GitLabClient.scripted(transport).items(Self.things) { count += 1 }
        #expect(count == 1)
        #expect(transport.requests.count == 1)
    }
}
