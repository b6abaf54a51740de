import Testing
import WebhookModels

@Suite("Headers of a delivery")
struct WebhookHeadersTests {
    @Test("Names are found without regard to case, the first of several counts")
    func namesIgnoreCase() {
        let headers = WebhookHeaders([("X-Gitlab-Token", "a"), ("x-gitlab-token", "b")])
        #expect(headers["X-GITLAB-TOKEN"] == "a")
        #expect(headers.values(of: "x-gitlab-token") == ["a", "b"])
        #expect(headers["webhook-id"] == nil)
    }
}
