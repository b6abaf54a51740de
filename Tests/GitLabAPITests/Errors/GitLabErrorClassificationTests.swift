import Foundation
import GitLabAPI
import Testing

@Suite("GitLabError: what an answer means")
struct GitLabErrorClassificationTests {
    static let now = Date(timeIntervalSince1970: 1_767_225_600)

    static func error(
        _ response: HTTPResponse, _ request: HTTPRequest = .get("projects/42?private_token=hush")
    ) -> GitLabError {
        GitLabError(response: response, request: request, now: now)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var status: Int
        var body: String
        var code: GitLabError.Code
        var says: String
        var testDescription: String { "\(status) \(body.prefix(60))" }

        init(_ status: Int, _ body: String, _ code: GitLabError.Code, _ says: String) {
            self.status = status
            self.body = body
            self.code = code
            self.says = says
        }
    }

    static let cases: [Case] = [
        Case(401, #"{"message":"401 Unauthorized"}"#, .invalidToken, "401 Unauthorized"),
        Case(
            401,
            #"{"error":"invalid_token","error_description":"Token is expired. You can either do re-authorization or token refresh."}"#,
            .expiredToken, "Token is expired"),
        Case(
            401,
            #"{"error":"invalid_token","error_description":"Token was revoked. You have to re-authorize from the user."}"#,
            .revokedToken, "Token was revoked"),
        Case(401, #"{"errors":[{"message":"Invalid token"}]}"#, .invalidToken, "Invalid token"),
        Case(401, #"{"error":"invalid_request"}"#, .invalidToken, "invalid_request"),
        Case(401, "", .invalidToken, "status 401"),
        Case(403, #"{"message":"403 Forbidden"}"#, .forbidden, "403 Forbidden"),
        Case(403, #"{"message":"403 Forbidden - Your account has been blocked."}"#, .forbidden, "blocked"),
        Case(403, "Forbidden\n", .forbidden, "Forbidden"),
        Case(
            403,
            #"{"error":"insufficient_scope","error_description":"The request requires higher privileges than provided by the access token.","scope":"api"}"#,
            .insufficientScope, "the scope api"),
        Case(
            403, #"{"error":"insufficient_scope","scope":"api read_api"}"#, .insufficientScope, "api read_api"
        ),
        Case(
            403, #"{"error":"insufficient_granular_scope","error_description":"x"}"#, .insufficientScope, "x"),
        Case(404, #"{"message":"404 Project Not Found"}"#, .notFound, "404 Project Not Found"),
        Case(404, #"{"error":"404 Not Found"}"#, .notFound, "404 Not Found"),
        Case(404, "", .notFound, "status 404"),
        Case(400, #"{"message":"400 (Bad request) \"title\" not given"}"#, .rejected, #""title" not given"#),
        Case(400, #"{"message":{"title":["can't be blank"]}}"#, .rejected, "title can't be blank"),
        Case(
            400,
            #"{"message":{"title":["can't be blank","is too short"],"base":["x"],"embed":{"prop":["is invalid"]}}}"#,
            .rejected, "title can't be blank; title is too short; x; embed.prop is invalid"),
        Case(400, #"{"message":["one","two"]}"#, .rejected, "one; two"),
        Case(
            400, #"{"error":"per_page does not have a valid value"}"#, .rejected,
            "per_page does not have a valid value"),
        Case(
            400, #"{"message":{"error":"Your note has been recognized as spam"}}"#, .rejected,
            "recognized as spam"),
        Case(
            400, #"{"message":{"count":3,"flag":true,"share":0.5,"none":null}}"#, .rejected,
            "count 3; flag true; share 0.5"),
        Case(405, #"{"message":"405 Method Not Allowed"}"#, .rejected, "405"),
        Case(406, #"{"message":"406 Not Acceptable"}"#, .rejected, "406"),
        Case(
            409,
            #"{"message":"SHA does not match HEAD of source branch: 8888888888888888888888888888888888888888"}"#,
            .rejected, "SHA does not match"),
        Case(
            409, #"{"needs_captcha_response":true,"spam_log_id":42,"message":{"error":"captcha"}}"#,
            .rejected, "captcha"),
        Case(412, #"{"message":"412 Precondition Failed"}"#, .rejected, "412"),
        Case(
            413, "<html><title>413 Request Entity Too Large</title></html>", .rejected,
            "413 Request Entity Too Large"),
        Case(422, #"{"message":"422 Unprocessable"}"#, .rejected, "422"),
        Case(423, #"{"message":"423 Locked"}"#, .rejected, "423"),
        Case(429, "Retry later\n", .rateLimited, "Retry later"),
        Case(
            429,
            #"{"message":{"error":"This endpoint has been requested too many times. Try again later."}}"#,
            .rateLimited, "too many times"),
        Case(500, #"{"message":"500 Internal Server Error"}"#, .serverFault, "500 Internal"),
        Case(
            502, "<html><head><title>GitLab is not responding (502)</title></head></html>", .serverFault,
            "GitLab is not responding (502)"),
        Case(503, "", .serverFault, "status 503"),
        Case(504, "upstream timed out", .serverFault, "upstream timed out"),
        Case(521, "<!doctype html><body>", .serverFault, "a web page"),
        Case(407, "Proxy Authentication Required", .notGitLab, "Proxy"),
        Case(
            400, "<html><title>400 The plain HTTP request was sent to HTTPS port</title></html>", .notGitLab,
            "HTTPS port"),
        Case(403, "<!DOCTYPE html><TITLE>\n Access\n denied </TITLE>", .notGitLab, "“Access denied”"),
        Case(404, "<html><head><title>nginx</title></head></html>", .notGitLab, "nginx"),
        Case(400, #"{"message":"broken"#, .rejected, "broken"),
        Case(404, #"{"unknown":{"shape":["x"]}}"#, .notFound, "unknown.shape x"),
        Case(404, "[]", .notFound, "status 404"),
        Case(404, "\u{FEFF}null", .notFound, "status 404"),
        Case(418, "{}", .rejected, "status 418"),
        Case(199, "", .rejected, "status 199"),
    ]

    @Test("gives every status and body shape a code and a readable line", arguments: cases)
    func classifies(example: Case) {
        let error = Self.error(
            HTTPResponse(
                status: example.status, headers: ["x-request-id": "01J"], body: Data(example.body.utf8)))
        #expect(error.code == example.code)
        #expect(error.status == example.status)
        #expect(error.requestID == "01J")
        #expect(error.request == "GET /api/v4/projects/42")
        #expect("\(error)".contains(example.says), "\(error)")
        #expect(!"\(error)".contains { $0.isNewline })
        #expect(error.remedy?.isEmpty == false)
    }

    static let directory = URL(filePath: #filePath)
        .appending(path: "../../../../../shared/gitlab/payloads/rest/errors").standardized
    static let samples =
        (try? FileManager.default.contentsOfDirectory(
            at: directory, includingPropertiesForKeys: nil))?.filter { $0.pathExtension == "json" } ?? []

    @Test(
        "reads every error body of the fact sheets", .enabled(if: !samples.isEmpty, "../shared is not there"),
        arguments: samples)
    func sample(file: URL) throws {
        let words = file.deletingPathExtension().lastPathComponent.split(separator: "_")
        let status = try #require(words.dropFirst().first.flatMap { Int($0) })
        let body = try Data(contentsOf: file)
        let error = Self.error(
            HTTPResponse(status: status, headers: ["Content-Type": "application/json"], body: body))
        let detail = try #require(error.detail)
        #expect(!detail.isEmpty && !detail.contains("{") && !detail.contains("\n"), "\(detail)")
        #expect(error.code != .notGitLab && error.code != .decoding)
    }

    @Test("says until when a rate limit holds")
    func rateLimited() {
        let seconds = Self.error(.plain("Retry later\n", status: 429, headers: ["Retry-After": "60"]))
        #expect(seconds.retryAt == Self.now + 60)
        #expect("\(seconds)".contains("2026-01-01T00:01:00Z"))
        let date = Self.error(
            .plain("", status: 429, headers: ["Retry-After": "Thu, 01 Jan 2026 00:02:00 GMT"]))
        #expect(date.retryAt == Self.now + 120)
        let reset = Self.error(.plain("", status: 429, headers: ["RateLimit-Reset": "1767225630"]))
        #expect(reset.retryAt == Self.now + 30)
        #expect(Self.error(.retryLater).retryAt == nil)
    }

    static let redirects: [(location: String?, code: GitLabError.Code)] = [
        ("https://evil.example/x?token=hush", .foreignOrigin),
        ("/users/sign_in", .notGitLab),
        ("https://gitlab.example.com/api/v4/projects/7", .rejected),
        (nil, .rejected),
        ("::not a url::", .rejected),
    ]

    @Test("tells what a redirect leads to that was not followed", arguments: redirects)
    func redirect(location: String?, expected: GitLabError.Code) {
        var response = HTTPResponse(status: 302)
        response.headers["Location"] = location
        let error = Self.error(response)
        #expect(error.code == expected)
        #expect(!"\(error)".contains("hush"))
    }

    @Test("never fails, whatever the body", arguments: 0..<300)
    func anyBody(seed: Int) {
        var generator = SplitMix(seed: seed)
        let alphabet = Array(#"{}[]":,message error 0null\<>\u00"#.utf8) + [0, 0xFF, 0xC3, 10, 27]
        let bytes = (0..<Int.random(in: 0..<80, using: &generator)).map { _ in
            alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
        }
        let status = Int.random(in: 100..<600, using: &generator)
        let error = Self.error(HTTPResponse(status: status, body: Data(bytes)))
        #expect(!"\(error)".unicodeScalars.contains { $0.properties.generalCategory == .control })
        #expect((error.detail?.count ?? 0) <= 300)
    }

    @Test("survives a body nested as deep as it is long")
    func deep() {
        let body = String(repeating: #"{"message":["#, count: 10_000)
        #expect(Self.error(HTTPResponse(status: 400, body: Data(body.utf8))).code == .rejected)
        let closed = String(repeating: #"{"a":"#, count: 200) + #""x""# + String(repeating: "}", count: 200)
        #expect(Self.error(HTTPResponse(status: 400, body: Data(closed.utf8))).detail?.count ?? 0 <= 300)
    }
}
