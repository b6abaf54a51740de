import Testing

@testable import MetricsIngestion

@Suite("Where a hook leads")
struct HookURLTests {
    @Test(
        "Spellings of one address are one",
        arguments: [
            "https://r.example/hook", "HTTPS://r.example/hook", "https://R.Example/hook",
            "https://r.example:443/hook",
            "https://r.example/hook/", "https://r.example/hook//",
        ])
    func same(text: String) {
        #expect(HookURL(text) != nil)
        #expect(HookURL(text) == HookURL("https://r.example/hook"))
    }

    @Test(
        "Others are others",
        arguments: [
            "http://r.example/hook", "https://r.example:8443/hook", "https://r.example/Hook",
            "https://r.example/hook?a=b",
            "https://r.example/", "https://s.example/hook", "http://r.example:443/hook",
        ])
    func different(text: String) {
        #expect(HookURL(text) != nil)
        #expect(HookURL(text) != HookURL("https://r.example/hook"))
    }

    @Test("With and without a slash, the root is the root")
    func root() { #expect(HookURL("http://r.example:80/") == HookURL("http://r.example")) }

    @Test(
        "What is no plain web address is none",
        arguments: [
            "", "r.example", "ftp://r.example", "https://", "https://a@r.example", "https://r.example#b",
        ])
    func none(text: String) { #expect(HookURL(text) == nil) }
}
