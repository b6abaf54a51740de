import Foundation
import GitLabVocabulary
import Testing
import WebhookModels

@Suite("Limits before anything is parsed")
struct LimitTests {
    private func verifier(_ change: (inout WebhookLimits) -> Void = { _ in }) -> WebhookVerifier {
        var limits = WebhookLimits()
        change(&limits)
        return .unauthenticated(from: .anywhere, limits: limits)
    }

    @Test("A body may have as many bytes as allowed, and not one more")
    func bodySize() {
        let exact = verifier { $0.bodyBytes = Sample.body.count }
        #expect(exact.refusal(of: Sample.delivery()) == nil)
        let refusal = verifier { $0.bodyBytes = Sample.body.count - 1 }.refusal(of: Sample.delivery())
        #expect(refusal?.code == .bodyTooLarge)
        #expect(refusal?.status == 413)
        #expect(WebhookLimits().bodyBytes == 26_214_400)
    }

    @Test("Too many headers, one too long, or too many bytes in all are refused")
    func headers() {
        let count = Sample.headers.count
        #expect(verifier { $0.headerCount = count }.refusal(of: Sample.delivery()) == nil)
        for change in [
            { $0.headerCount = count - 1 }, { $0.headerBytes = 20 }, { $0.totalHeaderBytes = 100 },
        ] as [(inout WebhookLimits) -> Void] {
            let refusal = verifier(change).refusal(of: Sample.delivery())
            #expect(refusal?.code == .headersTooLarge)
            #expect(refusal?.status == 431)
        }
        let long = Sample.delivery(["X-Own": String(repeating: "x", count: 9_000)])
        #expect(verifier().refusal(of: long)?.code == .headersTooLarge)
    }

    @Test(
        "JSON in UTF-8 is accepted however it is spelt",
        arguments: [
            "application/json", "Application/JSON; charset=UTF-8", "application/json;charset=\"utf-8\"",
        ])
    func json(type: String) {
        #expect(verifier().refusal(of: Sample.delivery(["Content-Type": type])) == nil)
    }

    @Test(
        "Other content is refused",
        arguments: [
            nil, "", "text/plain", "application/x-www-form-urlencoded", "application/jsonp",
            "application/json+x",
            "application/json; charset=utf-16", "text/plain; application/json",
        ] as [String?])
    func otherContent(type: String?) {
        let refusal = verifier().refusal(of: Sample.delivery(["Content-Type": type]))
        #expect(refusal?.code == .unsupportedContentType)
        #expect(refusal?.status == 415)
    }

    @Test("Nesting is told before parsing, and only to those who have proved who they are")
    func nesting() throws {
        func nested(_ depth: Int) -> Data {
            Data((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
        }
        #expect(verifier().refusal(of: Sample.delivery(body: nested(64))) == nil)
        let refusal = verifier().refusal(of: Sample.delivery(body: nested(65)))
        #expect(refusal?.code == .tooDeep)
        #expect(refusal?.status == 400)
        #expect(try Sample.signed().refusal(of: Sample.delivery(body: nested(65)))?.code == .wrongSignature)
    }

    @Test("A body with a byte 0 is no JSON in UTF-8")
    func otherEncoding() throws {
        let body = try #require("{}".data(using: .utf16LittleEndian))
        #expect(verifier().refusal(of: Sample.delivery(body: body))?.code == .malformedBody)
    }

    @Test(
        "A header that counts may not stand there twice",
        arguments: [
            "Content-Type", "X-Gitlab-Event", "X-Gitlab-Event-UUID", "X-Gitlab-Instance", "X-Gitlab-Token",
            "Idempotency-Key", "webhook-id", "webhook-timestamp", "webhook-signature",
        ])
    func repeated(name: String) {
        var delivery = Sample.delivery()
        delivery.headers.fields.append(.init(name.uppercased(), Sample.headers[name] ?? ""))
        let refusal = verifier().refusal(of: delivery)
        #expect(refusal?.code == .malformedHeader)
        #expect(refusal?.status == 400)
    }

    @Test(
        "An id is at most 255 visible characters",
        arguments: ["", "a b", "a\u{7F}", "ä", String(repeating: "a", count: 256)])
    func malformedID(text: String) {
        for name in ["Idempotency-Key", "webhook-id", "X-Gitlab-Event-UUID"] {
            #expect(verifier().refusal(of: Sample.delivery([name: text]))?.code == .malformedHeader)
        }
    }
}
