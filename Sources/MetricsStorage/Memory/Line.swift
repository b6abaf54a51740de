/// First in, first out; joining and leaving are O(1) on average.
struct Line<Element: Sendable>: Sendable {
    private var elements: [Element] = []
    private var head = 0

    var isEmpty: Bool { head == elements.count }
    var count: Int { elements.count - head }
    var first: Element? { isEmpty ? nil : elements[head] }

    mutating func append(_ element: Element) { elements.append(element) }

    @discardableResult
    mutating func popFirst() -> Element? {
        guard let first else { return nil }
        head += 1
        // Those who left are forgotten when they are half of all.
        if 2 * head > elements.count + 16 {
            elements.removeFirst(head)
            head = 0
        }
        return first
    }
}
