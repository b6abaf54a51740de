/// Where in a document a value stands: worked out from the root when an error asks, so that decoding itself keeps no
/// path.
extension JSONDocument {
    struct PathKey: CodingKey {
        var stringValue: String
        var intValue: Int?

        init(_ name: String) { stringValue = name }

        init(_ index: Int) {
            stringValue = "Index \(index)"
            intValue = index
        }

        init?(stringValue: String) { self.init(stringValue) }
        init?(intValue: Int) { self.init(intValue) }
    }

    /// O(members of all objects around it).
    func codingPath(of target: Int) -> [any CodingKey] {
        var path: [any CodingKey] = []
        var container = 0
        while container < target {
            guard let step = step(towards: target, in: container) else { break }
            path.append(step.key)
            container = step.child
        }
        return path
    }

    private func step(towards target: Int, in container: Int) -> (key: PathKey, child: Int)? {
        let isObject = nodes[container].kind == .object
        var index = container + 1
        var count = 0
        while index < Int(nodes[container].next) {
            let child = isObject ? index + 1 : index
            let next = Int(nodes[child].next)
            if target < next { return (isObject ? PathKey(text(of: index) ?? "") : PathKey(count), child) }
            index = next
            count += 1
        }
        return nil
    }
}
