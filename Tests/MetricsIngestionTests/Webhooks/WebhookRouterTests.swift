import Foundation
import GitLabVocabulary
import MetricsCore
import MetricsIngestion
import MetricsStorage
import Testing
import WebhookModels

@Suite("The router of webhooks")
struct WebhookRouterTests {
    @Test("keeps a verified delivery, scrubbed, with its project and subject, and answers 200")
    func acceptance() async throws {
        let bench = try RouterBench()
        let response = await bench.send(RouterBench.mergeRequest, id: "d-1")
        #expect(response.status == 200)
        #expect(response.verdict == .accepted(InboxEntry.ID("alpha", "d-1"), .mergeRequest))
        #expect(response.headers["content-type"] == "application/json")
        #expect(
            String(decoding: response.body, as: UTF8.self)
                == #"{"result":"accepted","kind":"merge_request","delivery":"d-1"}"#)
        let entry = try #require(await bench.kept().first)
        #expect(entry.project == ProjectKey("alpha", 42))
        #expect(entry.kind == "merge_request")
        #expect(entry.subject == "merge_request/7")
        #expect(entry.receivedAt == 1_789_000_000_000)
        #expect(!String(decoding: entry.bytes, as: UTF8.self).contains("CANARY"))
        #expect(try WebhookEvent(atRest: entry.bytes).kind == .mergeRequest)
    }

    @Test("a delivery sent again is answered 200 and kept once; another of the same content is kept too")
    func duplicates() async throws {
        let bench = try RouterBench()
        _ = await bench.send(RouterBench.mergeRequest, id: "d-1")
        let again = await bench.send(RouterBench.mergeRequest, id: "d-1")
        #expect(again.status == 200)
        #expect(again.verdict == .duplicate(InboxEntry.ID("alpha", "d-1"), .mergeRequest))
        _ = await bench.send(RouterBench.mergeRequest, id: "d-2")
        #expect(await bench.kept().count == 2)
    }

    @Test(
        "paths of products take their kinds; others are answered 200 and not kept",
        arguments: [
            ("/v1/gitlab/webhook/repository", ["project"]),
            ("/v1/gitlab/webhook/merge-request", ["merge_request"]),
            ("/v1/gitlab/webhook/push", ["push"]),
            ("/v2/gitlab/webhook", ["project", "merge_request", "push"]),
            ("/api/v1/webhooks/gitlab", ["project", "merge_request", "push"]),
            ("/webhooks/gitlab", ["project", "merge_request", "push"]),
            ("/webhooks/gitlab/", ["project", "merge_request", "push"]),
            ("/webhooks/gitlab?hook=1", ["project", "merge_request", "push"]),
        ])
    func presets(path: String, taken: [String]) async throws {
        let bench = try RouterBench(at: WebhookRoute.panDev + [.gitPulse, .dx])
        let bodies = [
            "project": RouterBench.project, "merge_request": RouterBench.mergeRequest,
            "push": RouterBench.push,
        ]
        for (kind, body) in bodies {
            let response = await bench.send(body, id: kind, to: path)
            #expect(response.status == 200)
            let isIgnored = response.verdict == .ignored(WebhookKind(rawValue: kind))
            #expect(isIgnored != taken.contains(kind), "\(kind)")
        }
        #expect(await Set(bench.kept().map(\.kind)) == Set(taken))
    }

    @Test(
        "what is not exactly a path of an endpoint is not found",
        arguments: [
            "", "/", "/webhooks", "/webhooks/gitlab//", "//webhooks/gitlab", "/webhooks//gitlab",
            "/webhooks/gitlab/..", "/x/../webhooks/gitlab", "/webhooks/./gitlab", "/webhooks/gitlab%2f",
            "/webhooks/%67itlab", "/Webhooks/gitlab", "/webhooks/gitlab\0", "/webhooks/gitlab;x",
            "webhooks/gitlab",
            "http://localhost/webhooks/gitlab", "/webhooks/gitlab/test", "/webhooks/gitlab/x", "?", "*",
            String(repeating: "/", count: 100_000),
        ])
    func strangePaths(path: String) async throws {
        let bench = try RouterBench()
        let response = await bench.send(RouterBench.mergeRequest, id: "d", to: path)
        #expect(response.status == 404)
        #expect(response.verdict == .notFound)
        #expect(await bench.kept().isEmpty)
    }

    @Test("only POST is taken", arguments: ["GET", "HEAD", "PUT", "DELETE", "OPTIONS", "post", "", "POST "])
    func methods(method: String) async throws {
        let bench = try RouterBench()
        let response = await bench.send(RouterBench.mergeRequest, id: "d", method: method)
        #expect(response.status == 405)
        #expect(response.headers["allow"] == "POST")
        #expect(await bench.kept().isEmpty)
    }

    @Test("what is not believed or understood is refused by its status, and nothing of it is kept")
    func refusals() async throws {
        let bench = try RouterBench()
        func status(_ body: String, token: String? = RouterBench.token, type: String = "application/json")
            async -> Int
        {
            let response = await bench.send(body, id: "d", token: token, type: type)
            guard case .refused(let error) = response.verdict else { return response.status }
            #expect(error.status == response.status)
            let answer = String(decoding: response.body, as: UTF8.self)
            #expect(answer.contains(#""code":"\#(error.code)""#))
            #expect(!answer.contains("CANARY") && !answer.contains(RouterBench.token))
            return response.status
        }
        #expect(await status(RouterBench.mergeRequest, token: nil) == 401)
        #expect(await status(RouterBench.mergeRequest, token: "wrong") == 401)
        #expect(await status(RouterBench.mergeRequest, type: "text/plain") == 415)
        #expect(await status("CANARY") == 400)
        #expect(await status("[]") == 400)
        #expect(await status(#"{"object_kind":"merge_request","CANARY":1}"#) == 422)
        #expect(await status(String(repeating: "[", count: 100_000)) == 400)
        #expect(await status(String(repeating: " ", count: 26 * 1024 * 1024 + 1)) == 413)
        #expect(await bench.kept().isEmpty)
    }

    @Test("headers that are too many, too long, or twice there are refused")
    func badHeaders() async throws {
        let bench = try RouterBench()
        let floods: [[WebhookHeaders.Field]] = [
            (0..<1_000).map { WebhookHeaders.Field("X-\($0)", "x") },
            [WebhookHeaders.Field("X-Long", String(repeating: "x", count: 1_000_000))],
            [WebhookHeaders.Field("X-Gitlab-Token", RouterBench.token)],
            [WebhookHeaders.Field("Idempotency-Key", "other")],
        ]
        for flood in floods {
            let response = await bench.send(RouterBench.mergeRequest, id: "d", more: flood)
            #expect([400, 401, 431].contains(response.status))
        }
        #expect(await bench.kept().isEmpty)
    }

    @Test("a kind nobody knows is answered 200, and kept only if the host says so")
    func unrecognized() async throws {
        let body = #"{"object_kind":"brand_new","secret":"CANARY"}"#
        let bench = try RouterBench()
        let ignored = await bench.send(body, id: "d")
        #expect(ignored.status == 200)
        #expect(ignored.verdict == .ignored(WebhookKind(rawValue: "brand_new")))
        #expect(await bench.kept().isEmpty)

        let keeping = try RouterBench(keepsUnrecognized: true)
        #expect(await keeping.send(body, id: "d").status == 200)
        let entry = try #require(await keeping.kept().first)
        let event = try WebhookEvent(atRest: entry.bytes)
        #expect(event == .unrecognized(UnrecognizedEvent(kind: "brand_new", body: Data(body.utf8))))
    }

    @Test("the name of a kind nobody knows does not make the answer long")
    func longKind() async throws {
        let bench = try RouterBench()
        let body = #"{"object_kind":"\#(String(repeating: "k", count: 1_000_000))"}"#
        let response = await bench.send(body, id: "d")
        #expect(response.status == 200)
        #expect(response.body.count < 200)
    }

    @Test(
        "a full inbox is answered 503, so that GitLab knows of the failure, and nothing is lost that was kept"
    )
    func fullInbox() async throws {
        let bench = try RouterBench(limits: InboxLimits(entries: 1))
        #expect(await bench.send(RouterBench.mergeRequest, id: "d-1").status == 200)
        let response = await bench.send(RouterBench.mergeRequest, id: "d-2")
        #expect(response.status == 503)
        #expect(response.verdict == .unavailable(reason: "inbox_full"))
        #expect(await bench.send(RouterBench.mergeRequest, id: "d-1").status == 200)
        #expect(await bench.kept().map(\.id.delivery) == ["d-1"])
    }

    @Test(
        "a handler gets the event with its texts at once; if it fails the answer is 503, without a word of why"
    )
    func directHandler() async throws {
        struct Failure: Error { var text = "CANARY" }
        let seen = Log<WebhookKind>()
        let bench = try RouterBench(
            sink: .handler { event, webhook in
                seen.add(event.kind)
                if webhook.id == "bad" { throw Failure() }
            })
        let good = await bench.send(RouterBench.mergeRequest, id: "good")
        #expect(good.verdict == .accepted(InboxEntry.ID("alpha", "good"), .mergeRequest))
        let bad = await bench.send(RouterBench.mergeRequest, id: "bad")
        #expect(bad.status == 503)
        #expect(!String(decoding: bad.body, as: UTF8.self).contains("CANARY"))
        #expect(seen.all == [.mergeRequest, .mergeRequest])
    }

    @Test("an arrival is told, a duplicate is not")
    func arrivals() async throws {
        let arrivals = Log<Int>()
        let inbox = InMemoryStorage()
        let bench = try RouterBench(sink: .inbox(inbox) { arrivals.add(1) })
        for id in ["a", "a", "b"] { _ = await bench.send(RouterBench.mergeRequest, id: id) }
        #expect(arrivals.all.count == 2)
    }
}
