import Foundation
import MetricsIngestion
import Testing
import WebhookModels

@Suite("Trying a delivery")
struct WebhookRehearsalTests {
    private func answer(_ response: WebhookResponse) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: response.body) as? [String: Any])
    }

    @Test("says what would be kept, and keeps nothing")
    func acceptance() async throws {
        let bench = try RouterBench(offersRehearsal: true)
        let response = await bench.send(RouterBench.mergeRequest, id: "d", to: "/webhooks/gitlab/test")
        #expect(response.status == 200)
        #expect(response.verdict == .rehearsed)
        let answer = try answer(response)
        #expect(answer["would"] as? String == "accept")
        #expect(answer["kind"] as? String == "merge_request")
        #expect(answer["project"] as? Int == 42)
        #expect(answer["subject"] as? String == "merge_request/7")
        #expect(answer["kept"] as? [String: Any] != nil)
        #expect(!String(decoding: response.body, as: UTF8.self).contains("CANARY"))
        #expect(await bench.kept().isEmpty)
        // Tried is not sent: the delivery is still new.
        #expect(await bench.send(RouterBench.mergeRequest, id: "d").status == 200)
        #expect(await bench.kept().count == 1)
    }

    @Test("says what would be left aside, and what would be refused")
    func others() async throws {
        let bench = try RouterBench(
            at: [WebhookRoute("/hook", kinds: [.push])], offersRehearsal: true)
        let ignored = await bench.send(RouterBench.mergeRequest, id: "d", to: "/hook/test")
        #expect(try answer(ignored)["would"] as? String == "ignore")
        #expect(try answer(ignored)["kept"] == nil)
        let refused = await bench.send(RouterBench.push, id: "d", to: "/hook/test", token: "wrong")
        #expect(refused.status == 401)
        #expect(try answer(refused)["code"] as? String == "wrong_token")
        #expect(await bench.kept().isEmpty)
    }
}
