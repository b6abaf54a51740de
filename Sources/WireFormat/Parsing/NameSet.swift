/// The names of an object's members while it is read: tells the second of two equal ones.
///
/// Names are compared only when a filter of 256 bits cannot tell them apart; objects with so many that the filter is
/// full keep hashes, seeded anew in every process, so that no sender can make this quadratic.
struct NameSet {
    private static let small = 128

    private var filter = SIMD4<UInt64>.zero
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
        let sum = name.reduce(UInt64(name.count)) { ($0 ^ UInt64($1)) &* 0x9E37_79B9_7F4A_7C15 }
        let (lane, mark) = (Int(sum >> 62), UInt64(1) << (sum >> 56 & 63))
        defer { filter[lane] |= mark }
        guard filter[lane] & mark != 0 else { return true }
        var other = container + 1
        while other < index {
            if nodes[other].length == nodes[index].length, nodes[other].text(in: bytes) == name {
                return false
            }
            other = Int(nodes[other + 1].next)
        }
        return true
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
