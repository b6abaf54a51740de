/// The names of an object's members while it is read: tells the second of two equal ones.
///
/// Names of small objects are compared only when a filter of 64 bits cannot tell them apart; large objects keep hashes,
/// seeded anew in every process, so that no sender can make this quadratic.
struct NameSet {
    private static let small = 24

    private var filter: UInt64 = 0
    private var count = 0
    private var hashes: Set<Int> = []

    /// - Parameters:
    ///   - index: the name's node, the last one.
    ///   - container: the object's node.
    /// - Returns: whether the name is new.
    mutating func insert(
        _ index: Int, after container: Int, in nodes: [JSONDocument.Node], _ bytes: [UInt8]
    ) -> Bool {
        let name = nodes[index].text(in: bytes)
        count += 1
        guard count <= Self.small else {
            if hashes.isEmpty { hashes = Self.hashes(after: container, before: index, in: nodes, bytes) }
            return hashes.insert(Self.hash(of: name)).inserted
        }
        let mark = Self.mark(of: name)
        defer { filter |= mark }
        guard filter & mark != 0 else { return true }
        var other = container + 1
        while other < index {
            if nodes[other].text(in: bytes).elementsEqual(name) { return false }
            other = Int(nodes[other + 1].next)
        }
        return true
    }

    /// A bit for the length and three letters of the name.
    private static func mark(of name: ArraySlice<UInt8>) -> UInt64 {
        guard !name.isEmpty else { return 1 }
        let (start, count) = (name.startIndex, name.count)
        var letters = count
        letters = letters &* 31 &+ Int(name[start])
        letters = letters &* 31 &+ Int(name[start + count / 2])
        letters = letters &* 31 &+ Int(name[start + count - 1])
        return 1 << UInt64((letters ^ letters >> 6) & 63)
    }

    private static func hash(of name: ArraySlice<UInt8>) -> Int {
        var hasher = Hasher()
        name.withUnsafeBytes { hasher.combine(bytes: $0) }
        return hasher.finalize()
    }

    private static func hashes(
        after container: Int, before end: Int, in nodes: [JSONDocument.Node], _ bytes: [UInt8]
    ) -> Set<Int> {
        var hashes: Set<Int> = []
        var index = container + 1
        while index < end {
            hashes.insert(hash(of: nodes[index].text(in: bytes)))
            index = Int(nodes[index + 1].next)
        }
        return hashes
    }
}
