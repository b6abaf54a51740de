import MetricsStorage
import Testing

@Suite("Keys of state")
struct StateKeyTests {
    @Test("are told apart byte by byte, as a database does")
    func bytes() {
        let composed = StateKey(namespace: "n", name: "\u{E4}")
        let decomposed = StateKey(namespace: "n", name: "a\u{308}")
        #expect(composed.name == decomposed.name)
        #expect(composed != decomposed)
        #expect(Set([composed, decomposed]).count == 2)
        #expect(decomposed < composed)
    }

    @Test("are ordered by namespace, then by name")
    func order() {
        let keys = [("a", "b"), ("a", "c"), ("ab", ""), ("b", "a")].map { StateKey(namespace: $0, name: $1) }
        #expect(keys.shuffled().sorted() == keys)
    }
}
