/// Gives the least of its elements first. Adding and taking one are O(log n).
struct Heap<Element: Hashable & Comparable & Sendable>: Sendable {
    private var elements: [Element] = []

    var count: Int { elements.count }
    var first: Element? { elements.first }

    /// Keeps one of each of the elements for which that holds; O(n log n).
    mutating func keep(where holds: (Element) -> Bool) {
        // A sorted array is a heap.
        elements = Set(elements).filter(holds).sorted()
    }

    mutating func insert(_ element: Element) {
        elements.append(element)
        var index = elements.count - 1
        while index > 0 {
            let parent = (index - 1) / 2
            guard elements[index] < elements[parent] else { return }
            elements.swapAt(index, parent)
            index = parent
        }
    }

    @discardableResult
    mutating func popFirst() -> Element? {
        guard let first = elements.first, let last = elements.popLast() else { return nil }
        guard !elements.isEmpty else { return first }
        elements[0] = last
        var index = 0
        while let child = least(amongChildrenOf: index), elements[child] < elements[index] {
            elements.swapAt(index, child)
            index = child
        }
        return first
    }

    private func least(amongChildrenOf index: Int) -> Int? {
        let left = 2 * index + 1
        guard left < elements.count else { return nil }
        let right = left + 1
        return right < elements.count && elements[right] < elements[left] ? right : left
    }
}
