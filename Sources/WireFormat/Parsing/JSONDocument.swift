/// A JSON text of which it is known what stands where: its bytes, and a node for every value in the order written.
///
/// Nothing is copied until somebody asks for a value. One pass, O(bytes); 16 bytes for each value and name.
final class JSONDocument {
    struct Node {
        enum Kind: UInt8 {
            case object, array, string, integer, number, `true`, `false`, null
            /// A member's name; its value follows.
            case name
            /// A name that stood in the object before: the first one counts, as with Foundation.
            case repeatedName
        }

        var start: UInt32
        /// Bytes of a scalar, without quotes; members or elements of a container.
        var length: UInt32
        /// The first node that is not within this one.
        var next: UInt32
        var kind: Kind
        var hasEscapes = false

        /// The bytes of a scalar or name.
        func text(in bytes: [UInt8]) -> ArraySlice<UInt8> { bytes[Int(start)..<Int(start + length)] }
    }

    let bytes: [UInt8]
    let nodes: [Node]

    /// - Throws: `JSONSyntaxError`.
    init(parsing bytes: [UInt8]) throws(JSONSyntaxError) {
        self.bytes = bytes
        var scanner = JSONScanner(bytes)
        nodes = try scanner.scan()
    }

    /// The text of a string or name; `nil` when it is not UTF-8 or holds a lone surrogate.
    func text(of index: Int) -> String? {
        let node = nodes[index]
        let inside = node.text(in: bytes)
        return node.hasEscapes ? EscapedText(inside).unescaped() : String(validating: inside, as: UTF8.self)
    }

    /// Whether the name there is that one.
    func isName(_ index: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        let node = nodes[index]
        if node.hasEscapes { return text(of: index).map { $0.utf8.elementsEqual(name) } ?? false }
        guard Int(node.length) == name.count else { return false }
        var place = Int(node.start)
        for byte in name {
            guard bytes[place] == byte else { return false }
            place += 1
        }
        return true
    }
}
