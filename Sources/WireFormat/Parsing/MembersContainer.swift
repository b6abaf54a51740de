/// The members of an object. Looking one up begins behind the one found last, so that properties declared in the order
/// of the wire are found at once.
final class MembersContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
    private let document: JSONDocument
    private let object: Int
    /// The name to look at first.
    private var cursor: Int

    init(document: JSONDocument, object: Int) {
        self.document = document
        self.object = object
        cursor = object + 1
    }

    var codingPath: [any CodingKey] { document.codingPath(of: object) }

    var allKeys: [Key] {
        var keys: [Key] = []
        var index = object + 1
        while index < end {
            if document.nodes[index].kind == .name, let key = document.text(of: index).flatMap(Key.init) {
                keys.append(key)
            }
            index = Int(document.nodes[index + 1].next)
        }
        return keys
    }

    func contains(_ key: Key) -> Bool { value(of: key) != nil }

    func decodeNil(forKey key: Key) throws -> Bool { try required(key).decodeNil() }

    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try required(key).decode(type) }
    func decode(_ type: String.Type, forKey key: Key) throws -> String { try required(key).decode(type) }
    func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try required(key).decode(type) }
    func decode(_ type: Float.Type, forKey key: Key) throws -> Float { try required(key).decode(type) }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try required(key).decode(type) }
    func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try required(key).decode(type) }
    func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try required(key).decode(type) }
    func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try required(key).decode(type) }
    func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try required(key).decode(type) }
    func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try required(key).decode(type) }
    func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try required(key).decode(type) }
    func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try required(key).decode(type) }
    func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try required(key).decode(type) }
    func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try required(key).decode(type) }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try required(key).decode(type)
    }

    func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? {
        try present(key)?.decode(type)
    }

    func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? {
        try present(key)?.decode(type)
    }

    func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? {
        try present(key)?.decode(type)
    }

    func decodeIfPresent(_ type: Double.Type, forKey key: Key) throws -> Double? {
        try present(key)?.decode(type)
    }

    func decodeIfPresent<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value? {
        try present(key)?.decode(type)
    }

    func nestedContainer<NestedKey: CodingKey>(
        keyedBy type: NestedKey.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<NestedKey> {
        try required(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try required(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder { try superDecoder(named: "super") }

    func superDecoder(forKey key: Key) throws -> any Decoder { try superDecoder(named: key.stringValue) }

    private func superDecoder(named name: String) throws -> any Decoder {
        guard let index = find(name) else {
            throw DecodingError.keyNotFound(
                JSONDocument.PathKey(name), .init(codingPath: codingPath, debugDescription: "missing"))
        }
        return ValueDecoder(document: document, index: index)
    }
}

extension MembersContainer {
    private var end: Int { Int(document.nodes[object].next) }

    private func required(_ key: Key) throws -> ValueDecoder {
        guard let value = value(of: key) else {
            throw DecodingError.keyNotFound(key, .init(codingPath: codingPath, debugDescription: "missing"))
        }
        return value
    }

    /// `nil` when missing or `null`.
    private func present(_ key: Key) -> ValueDecoder? {
        guard let value = value(of: key), !value.decodeNil() else { return nil }
        return value
    }

    private func value(of key: Key) -> ValueDecoder? {
        find(key.stringValue).map { ValueDecoder(document: document, index: $0) }
    }

    /// The node of the member's value.
    private func find(_ name: String) -> Int? {
        var name = name
        return name.withUTF8 { name in
            find(name, from: cursor, to: end) ?? find(name, from: object + 1, to: cursor)
        }
    }

    private func find(_ name: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int? {
        let nodes = document.nodes
        var index = start
        while index < end {
            let next = Int(nodes[index + 1].next)
            if nodes[index].kind == .name, document.isName(index, name) {
                cursor = next
                return index + 1
            }
            index = next
        }
        return nil
    }
}
