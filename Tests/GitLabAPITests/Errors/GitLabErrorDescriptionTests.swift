import FakeGitLab
import Foundation
import GitLabAPI
import Testing

@Suite("GitLabError: what it shows")
struct GitLabErrorDescriptionTests {
    static let codes: [GitLabError.Code] = [
        .invalidURL, .invalidToken, .expiredToken, .revokedToken, .insufficientScope, .forbidden, .notFound,
        .rejected, .rateLimited, .serverFault, .unreachableDNS, .unreachableRefused, .unreachableTLS,
        .timedOut,
        .connectionBroken, .responseTooLarge, .notGitLab, .foreignOrigin, .pagingLoop, .decoding,
        .invalidRequest, .closed, .invalidSealingKey, .unknownSealingKey, .sealBroken, .invalidSealedSecret,
    ]

    @Test("every code reads as a sentence and says what to do", arguments: codes)
    func everyCode(code: GitLabError.Code) throws {
        let error = GitLabError(code, request: "GET /api/v4/user", requestID: "01J", detail: "why")
        #expect(!error.description.hasPrefix(code.rawValue), "a person reads this")
        #expect(error.description.hasSuffix(": why (GET /api/v4/user, request id 01J)"))
        #expect(try #require(error.remedy).hasSuffix("."))
        #expect(error.errorDescription == error.description)
        #expect(error.recoverySuggestion == error.remedy)
        #expect(error.localizedDescription == error.description)
    }

    @Test("a code of a later version still reads")
    func unknownCode() {
        let error = GitLabError(.init(rawValue: "new_code"), detail: "why")
        #expect(error.description == "new_code: why")
        #expect(error.remedy == nil)
    }

    @Test("the missing scope is named in the line and in the remedy")
    func scope() {
        let error = GitLabError(.insufficientScope, requiredScope: "read_api")
        #expect(error.description.contains("read_api"))
        #expect(error.remedy?.contains("read_api") == true)
    }

    static let secrets: [(text: String, secret: String)] = [
        ("token glpat-abc", "glpat-abc"),
        ("glpat-AbCdEfGhIj0123456789.01.abc_de-f is bad", "AbCdEfGhIj0123456789"),
        ("GLPAT-ABCDEFGHIJ", "ABCDEFGHIJ"),
        ("gloas-secretsecret", "secretsecret"), ("gldt-deploydeploy", "deploydeploy"),
        ("glrt-runnerrunner", "runnerrunner"), ("glptt-0123456789abcdef", "0123456789abcdef"),
        ("glnew-0123456789abcdef0123", "0123456789abcdef"),
        ("Authorization: Bearer 0123456789abcdef", "0123456789abcdef"),
        ("authorization: basic dXNlcjpwYXNzd29yZA==", "dXNlcjpwYXNzd29yZA"),
        ("PRIVATE-TOKEN: 0123456789abcdefghij", "0123456789abcdefghij"),
        ("see https://host/api/v4/x?private_token=hush&page=2", "hush"),
        ("private_token=0123456789abcdefghij", "0123456789abcdefghij"),
        ("a=1&access_token=hush;b", "hush"),
        (#"{"access_token":"hush","x":1}"#, "hush"),
        (#"{"refresh_token" : "hush"}"#, "hush"),
        (#"{"client_secret":"hush"}"#, "hush"),
        (#"{"password":"hush"#, "hush"),
        ("https://oauth2:hush@host/x.git", "hush"),
        ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJodXNoIn0.c2ln", "eyJzdWIiOiJodXNoIn0"),
        ("whsec_aHVzaGh1c2g=", "aHVzaGh1c2g"),
    ]

    @Test("nothing that looks like a secret passes into an error", arguments: secrets)
    func redaction(text: String, secret: String) {
        let wrapped = "before \(text) after"
        let error = GitLabError(
            .connectionBroken, detail: wrapped, excerpt: wrapped,
            underlying: NSError(domain: "Test", code: 1, userInfo: [NSLocalizedDescriptionKey: wrapped]))
        for shown in Self.everythingShown(error) { #expect(!shown.contains(secret), "\(shown)") }
        #expect(error.detail?.hasPrefix("before ") == true, "the rest of the message stays")
    }

    static let harmless = [
        "title can't be blank; embed.prop is invalid", "401 Unauthorized", "404 Project Not Found",
        "Token is expired. You can either do re-authorization or token refresh.",
        "SHA does not match HEAD of source branch: 8888888888888888888888888888888888888888",
        "the global-configuration-of-the-instance is wrong", "did you mean https://gitlab.com?",
        "token: is invalid", "per_page does not have a valid value", "basic facts",
    ]

    @Test("a message without secrets stays as it is", arguments: harmless)
    func unredacted(text: String) {
        #expect(GitLabError(.rejected, detail: text).detail == text)
    }

    static let repeated = [
        "a", "gl-", "glab-", "glpa-t.", "eyJ-", "eyJabcdef.", "token", "token_", "\"token", "token:",
        "token =",
        "\"token\":", "http://a", "https://a?", "://a", "bearer ", "basic", "whsec_", "<title", "<title>",
        " ",
        "&#x27;",
    ]

    /// How many seconds this thread was at work, however busy the machine is.
    private static func worked(_ body: () -> Void) -> Double {
        func now() -> Double {
            var time = timespec()
            clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
            return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        }
        let start = now()
        body()
        return now() - start
    }

    @Test(
        "a message made to be slow to read takes time that grows with its length, not with its square",
        arguments: repeated)
    func longMessages(part: String) {
        let page = String(repeating: part, count: 60_000 / part.utf8.count)
        let seconds = Self.worked {
            _ = GitLabError(.rejected, detail: String(repeating: part, count: 6_000 / part.utf8.count))
            for response in [HTTPResponse.plain(page, status: 502), .html(page, status: 502)] {
                _ = GitLabError(response: response, request: .get(), now: .distantPast)
            }
        }
        #expect(seconds < 5, "with the square of the length it is a minute")
    }

    @Test("however long or deep its name is, what is said of an attribute is seen")
    func longNames() {
        let name = String(repeating: "n", count: 60)
        for names in [[String(repeating: "n", count: 50_000)], Array(repeating: name, count: 400)] {
            let body = names.reversed().reduce(#"["is invalid","is long"]"#) { #"{"\#($1)":\#($0)}"# }
            let error = GitLabError(response: .json(body, status: 400), request: .get(), now: .distantPast)
            let path = names.joined(separator: ".").prefix(100)
            #expect(error.detail == "\(path) is invalid; \(path) is long")
        }
    }

    @Test("the system's error keeps its domain and code, and loses the URL with its query")
    func underlying() throws {
        let url = "https://gitlab.example.com/api/v4/user?private_token=hushhush"
        let system = NSError(
            domain: NSURLErrorDomain, code: -1001,
            userInfo: ["NSErrorFailingURLStringKey": url, NSLocalizedDescriptionKey: "cannot load \(url)"])
        let error = GitLabError(.timedOut, underlying: system)
        #expect(error.underlying?.domain == NSURLErrorDomain)
        #expect(error.underlying?.code == -1001)
        #expect(error.underlying?.message.hasPrefix("cannot load https://gitlab.example.com") == true)
        for shown in Self.everythingShown(error) { #expect(!shown.contains("hushhush")) }
    }

    @Test("line ends and control characters, which a terminal would obey, are taken out")
    func oneLine() {
        let error = GitLabError(.rejected, detail: "a\r\nb\u{1B}[31mred\u{07}\u{0}\tc\u{2028}d")
        #expect(error.detail == "a b [31mred c d")
        #expect(GitLabError(.rejected, detail: String(repeating: "x ", count: 1000)).detail?.count == 300)
    }

    @Test("a path shows as it was sent, encoded and on one line")
    func path() {
        let request = HTTPRequest.get("projects/group%2Fapp%0A%1B?private_token=hush")
        let error = GitLabError(response: .json("{}", status: 404), request: request, now: .distantPast)
        #expect(error.request == "GET /api/v4/projects/group%2Fapp%0A%1B")
    }

    /// Every way in which an error ends in a log.
    static func everythingShown(_ error: GitLabError) -> [String] {
        var dumped = ""
        dump(error, to: &dumped)
        return [
            "\(error)", String(reflecting: error), String(describing: error), error.localizedDescription,
            dumped,
            error.detail ?? "", error.excerpt ?? "", error.remedy ?? "", "\(Optional(error) as Any)",
            error.underlying.map { "\($0) \(String(reflecting: $0))" } ?? "",
        ]
    }

    /// A token without any prefix or shape that gives it away, as a self-managed instance may hand out.
    static let token = "correct horse battery staple"

    static let echoes: [Result<HTTPResponse, GitLabError>] = [
        .success(.json(#"{"message":"401 Unauthorized \#(token)"}"#, status: 401)),
        .success(
            .json(#"{"error":"invalid_token","error_description":"\#(token) is expired"}"#, status: 401)),
        .success(.json(#"{"error":"insufficient_scope","scope":"\#(token)"}"#, status: 403)),
        .success(.json(#"{"message":{"\#(token)":["\#(token)"]}}"#, status: 400)),
        .success(.json(#"{"errors":[{"message":"\#(token)"}]}"#, status: 404)),
        .success(.plain("Retry later \(token)", status: 429)),
        .success(.plain(token, status: 503)),
        .success(.html("<title>\(token)</title><body>\(token)", status: 200)),
        .success(.html("<title>\(token)</title>", status: 502)),
        .success(.html("<title>\(token)</title>", status: 404)),
        .success(.json("{}", status: 404, headers: ["X-Request-Id": token])),
        .success(.json("[]", headers: ["X-Request-Id": "id-\(token)"])),
        .failure(GitLabError(.connectionBroken, detail: "after \(token)", excerpt: token)),
        .failure(GitLabError(.rejected, requestID: token, requiredScope: token)),
        .failure(
            GitLabError(
                .unreachableTLS,
                underlying: NSError(domain: "T", code: 1, userInfo: [NSLocalizedDescriptionKey: token]))),
    ]

    @Test("the very token that was sent never comes back in an error", arguments: echoes)
    func sentToken(outcome: Result<HTTPResponse, GitLabError>) async throws {
        let client = GitLabClient.scripted(ScriptedTransport(outcome), token: AccessToken(Self.token))
        let error = try await #require(throws: GitLabError.self) {
            try await client.send(Request<Thing>(path: "user"))
        }
        for shown in Self.everythingShown(error) { #expect(!shown.contains(Self.token), "\(shown)") }
    }

    @Test("nor in that of a query, though its status is 200")
    func tokenOfQuery() async throws {
        let refusal = HTTPResponse.json(#"{"errors":[{"message":"no such token: \#(Self.token)"}]}"#)
        let client = GitLabClient.scripted(
            ScriptedTransport(.success(refusal)), token: AccessToken(Self.token))
        let error = try await #require(throws: GitLabError.self) {
            try await client.send(GraphQLQuery<Thing>("thing", "query thing { id }"))
        }
        #expect(error.code == .invalidQuery)
        for shown in Self.everythingShown(error) { #expect(!shown.contains(Self.token), "\(shown)") }
    }

    @Test(
        "not even its beginning, where a long message was cut",
        arguments: [220, 260, 276, 280, 284, 288, 290, 292, 294, 296, 298])
    func cutToken(length: Int) async throws {
        let words = String(repeating: "x ", count: length / 2)
        let broken = GitLabError(
            .connectionBroken, detail: words + Self.token, excerpt: "\(words.prefix(190))\(Self.token)")
        let client = GitLabClient.scripted(
            ScriptedTransport(.failure(broken)), token: AccessToken(Self.token))
        let error = try await #require(throws: GitLabError.self) {
            try await client.send(Request<Thing>(path: "user"))
        }
        for shown in Self.everythingShown(error) { #expect(!shown.contains("correct"), "\(shown)") }
    }
}
