/// What is still to happen, earliest first; of one moment, what was planned first. A binary heap.
struct Agenda: Sendable {
    typealias Step = @Sendable (inout Simulation) throws -> Void

    private struct Entry: Sendable {
        let moment: Instant
        let number: Int
        let step: Step

        static func < (lhs: Entry, rhs: Entry) -> Bool {
            (lhs.moment, lhs.number) < (rhs.moment, rhs.number)
        }
    }

    private var heap: [Entry] = []
    private var count = 0

    mutating func add(at moment: Instant, _ step: @escaping Step) {
        count += 1
        heap.append(Entry(moment: moment, number: count, step: step))
        var child = heap.count - 1
        while child > 0, heap[child] < heap[(child - 1) / 2] {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func next() -> (moment: Instant, step: Step)? {
        guard let first = heap.first, let last = heap.popLast() else { return nil }
        guard !heap.isEmpty else { return (first.moment, first.step) }
        heap[0] = last
        var parent = 0
        while true {
            let children = [parent * 2 + 1, parent * 2 + 2].filter { $0 < heap.count }
            guard let least = children.min(by: { heap[$0] < heap[$1] }), heap[least] < heap[parent] else {
                break
            }
            heap.swapAt(parent, least)
            parent = least
        }
        return (first.moment, first.step)
    }
}
